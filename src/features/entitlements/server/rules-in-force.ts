import type { PlainDate } from '../../../kernel/plain-date.ts';
import type { Followed, SoundRule } from '../../packs/server/index.ts';
import {
  type CheckedRule,
  type ExplanationPlan,
  planExplanation,
} from '../../rules/model/index.ts';
import type { RuleTotals } from '../model/contract.ts';
import { asksPlaces, asksSensitive } from '../model/veil.ts';

/** What a rule is called everywhere: the pack that says so, and its id there. */
export function keyOf({ pack, rule }: Pick<SoundRule, 'pack' | 'rule'>): string {
  return `${pack}.${rule.id}`;
}

/** The rules about households and persons that hold on a day where a pack is followed. */
export function rulesInForce(
  { library, pack }: Pick<Followed, 'library' | 'pack'>,
  on: PlainDate,
): readonly SoundRule[] {
  return library.rulesOf(pack).filter(({ rule }) => {
    const { subject, inForce } = rule;
    if (subject !== 'household' && subject !== 'person') return false;
    return inForce === undefined || (inForce.from <= on && on <= (inForce.until ?? on));
  });
}

type RuleWords = Pick<
  RuleTotals,
  'id' | 'pack' | 'title' | 'summary' | 'effect' | 'theme' | 'subject' | 'per'
>;

/** A rule in words, as answers give it. */
export function wordsOf({ pack, rule }: Pick<SoundRule, 'pack' | 'rule'>): RuleWords {
  const { id, title, summary, effect, theme, subject, per } = rule;
  return {
    id,
    pack,
    title,
    summary: summary ?? null,
    effect,
    theme,
    subject: subject === 'person' ? 'person' : 'household',
    per: per ?? null,
  };
}

/** The rules of its exclusive group that leave nothing to a rule where they are due. */
export function rivalsAbove<Rule extends Pick<SoundRule, 'rule'>>(
  { rule: { exclusiveGroup, priority = 0 } }: Pick<SoundRule, 'rule'>,
  rules: readonly Rule[],
): readonly Rule[] {
  if (exclusiveGroup === undefined) return [];
  return rules.filter(
    ({ rule }) => rule.exclusiveGroup === exclusiveGroup && (rule.priority ?? 0) > priority,
  );
}

/** Everything that decides how somebody stands to a rule. */
function textsOf(sound: SoundRule, rules: readonly SoundRule[]): readonly CheckedRule[] {
  const { when, amount, receives } = sound;
  const above = rivalsAbove(sound, rules).filter(({ rule }) => rule.subject === sound.rule.subject);
  return [when, amount, receives, ...above.map((rival) => rival.when)].filter(
    (text) => text !== null,
  );
}

/** From a list of whoever is due could be read what is shown only for a purpose. */
export function tellsSensitive(sound: SoundRule, rules: readonly SoundRule[]): boolean {
  return textsOf(sound, rules).some(asksSensitive);
}

/** Rules that ask what offices state of villages and counties have no numbers yet. */
export function canBeAsked(sound: SoundRule, rules: readonly SoundRule[]): boolean {
  return !textsOf(sound, rules).some(asksPlaces);
}

export type Plans = {
  readonly when: ExplanationPlan;
  readonly amount: ExplanationPlan | null;
  readonly receives: ExplanationPlan | null;
};

const plans = new WeakMap<SoundRule, Plans>();

/** The explanations of a rule, made ready once. */
export function plansOf(sound: SoundRule): Plans {
  const found = plans.get(sound);
  if (found !== undefined) return found;
  const { when, amount, receives } = sound;
  const made = {
    when: planExplanation(when),
    amount: amount === null ? null : planExplanation(amount),
    receives: receives === null ? null : planExplanation(receives),
  };
  plans.set(sound, made);
  return made;
}
