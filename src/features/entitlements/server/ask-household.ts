import type { PlainDate } from '../../../kernel/plain-date.ts';
import type { RegionCode } from '../../../kernel/region-code.ts';
import { recordEvent } from '../../../platform/server/acts/record-event.ts';
import type { Context } from '../../../platform/server/http/endpoint.ts';
import { type LoadedHousehold, readForRules } from '../../households/server/index.ts';
import { parametersInForce } from '../../packs/model/index.ts';
import {
  type Followed,
  followedPack,
  parametersFollowed,
  type SoundRule,
} from '../../packs/server/index.ts';
import { type RuleCase, registerCase, ruleCase } from '../../rules/model/index.ts';
import type { EntitlementView, HouseholdAnswer } from '../model/contract.ts';
import { type Claim, type Settled, settleGroups, standingOf } from '../model/standing.ts';
import { toldOf, type VeiledExplanation, veiled, veilFor } from '../model/veil.ts';
import {
  amountLines,
  becauseText,
  linesOf,
  ruleSentence,
  type Telling,
} from './explanation-lines.ts';
import { plansOf, rulesInForce, wordsOf } from './rules-in-force.ts';
import { sourcesOf } from './sources.ts';

type Key = { readonly county: RegionCode; readonly id: string };
type Asked = {
  readonly on: PlainDate;
  /** What is shown only for a purpose is shown too. */
  readonly clear: boolean;
};

/** What a household and each of its members are due by the rules that hold where it lives, and why. */
export async function askHousehold(
  context: Context,
  key: Key,
  asked: Asked,
): Promise<HouseholdAnswer> {
  const { tx } = context;
  const whole = await readForRules(context, key);
  const region = whole.household.villageCode;
  const isOnRegister = whole.household.status === 'active';
  const followed = isOnRegister ? await followedPack(tx, region, asked.on) : undefined;
  const entitlements =
    followed === undefined ? [] : await answersOf(context, whole, { ...asked, followed });
  return {
    on: asked.on,
    isOnRegister,
    pack: followed === undefined ? null : packOf(followed),
    members: presentOf(whole).map(({ id, name }) => ({ id, name })),
    entitlements,
    hidden: entitlements.filter(
      ({ standing, amountHidden }) => standing === 'hidden' || amountHidden,
    ).length,
  };
}

/** The same with what is shown only for a purpose. The audit event is written in the same transaction. */
export async function unveilHousehold(
  context: Context,
  key: Key,
  { on, purpose }: { on: PlainDate; purpose: string },
): Promise<HouseholdAnswer> {
  const { tx, officer, now } = context;
  const { household, persons } = await readForRules(context, key);
  await recordEvent(tx, now, {
    kind: 'household.unmask',
    accountId: officer.accountId,
    postingId: officer.posting?.id ?? null,
    region: household.villageCode,
    subject: 'household',
    subjectId: key.id,
    purpose,
    detail: { persons: persons.length, shown: 'entitlements', on },
  });
  return await askHousehold(context, key, { on, clear: true });
}

function presentOf({ persons }: LoadedHousehold): LoadedHousehold['persons'] {
  return persons.filter(({ status }) => status === 'present');
}

function packOf({ pack, version, adoption }: Followed): HouseholdAnswer['pack'] {
  const { id, title } = pack.head.value;
  return { id, title, version, adopted: adoption !== null };
}

async function answersOf(
  { tx, language }: Context,
  whole: LoadedHousehold,
  { on, clear, followed }: Asked & { followed: Followed },
): Promise<EntitlementView[]> {
  const region = whole.household.villageCode;
  const members = presentOf(whole);
  const tables = await parametersFollowed(tx, followed);
  const setting = { on, region, parameters: parametersInForce(tables, on) };
  const telling: Telling = { language, region, on, followed, tables, members };
  const rules = rulesInForce(followed, on);
  const veil = veilFor({ clear });
  const answered = [undefined, ...members].flatMap((person) => {
    const subject = person === undefined ? 'household' : 'person';
    const about = ruleCase(registerCase(whole, person?.id), setting);
    return rules
      .filter(({ rule }) => rule.subject === subject)
      .map((sound) => answer(sound, about, { veil, personId: person?.id ?? null }));
  });
  const titles = new Map(rules.map(({ rule }) => [rule.id, rule.title]));
  return settleGroups(answered).map((each) => ({
    ...viewOf(each, telling),
    outrankedBy: each.outrankedBy === null ? null : (titles.get(each.outrankedBy) ?? null),
  }));
}

type Answered = Claim & {
  readonly sound: SoundRule;
  readonly ruleCase: RuleCase;
  readonly personId: string | null;
  readonly veil: ReturnType<typeof veilFor>;
  readonly why: VeiledExplanation;
  readonly received: VeiledExplanation | null;
};

function answer(
  sound: SoundRule,
  about: RuleCase,
  { veil, personId }: Pick<Answered, 'veil' | 'personId'>,
): Answered {
  const { when, receives } = plansOf(sound);
  const why = veiled(when.explain(about), veil);
  const { id, exclusiveGroup, priority } = sound.rule;
  return {
    id,
    about: personId ?? '',
    group: exclusiveGroup ?? null,
    priority: priority ?? 0,
    due: toldOf(why),
    sound,
    ruleCase: about,
    personId,
    veil,
    why,
    received: receives === null ? null : veiled(receives.explain(about), veil),
  };
}

function viewOf(
  settled: Settled<Answered>,
  telling: Telling,
): Omit<EntitlementView, 'outrankedBy'> {
  const { sound, due, why, received, personId } = settled;
  return {
    ...wordsOf(sound),
    personId,
    standing: standingOf({ due, received: received === null ? null : toldOf(received) }),
    due: typeof due === 'boolean' ? due : null,
    ...amountOf(settled, telling),
    sources: sourcesOf(sound.rule.cites, sound.pack, telling.followed),
    sentence: ruleSentence(sound.when, telling),
    why: linesOf(why, telling),
    receivedWhy: received === null ? [] : linesOf(received, telling),
  };
}

type AmountView = Pick<
  EntitlementView,
  'amountFen' | 'amountBecause' | 'amountHidden' | 'amountWhy'
>;

const noAmount: AmountView = {
  amountFen: null,
  amountBecause: null,
  amountHidden: false,
  amountWhy: [],
};

/** How much is due; read only under the condition of its rule, which guards what it reads. */
function amountOf(
  { sound, due, ruleCase: about, veil }: Settled<Answered>,
  telling: Telling,
): AmountView {
  const { amount } = plansOf(sound);
  if (amount === null || due !== true) return noAmount;
  const covered = veil(amount.rule.expression);
  if (covered === 'sensitive') return { ...noAmount, amountHidden: true };
  const found = amount.explain(about);
  const amountWhy = amountLines(found, telling);
  if (covered !== null || found.because !== null || typeof found.value !== 'number') {
    const amountBecause = found.because === null ? '' : becauseText(found.because, telling);
    return { ...noAmount, amountBecause, amountWhy };
  }
  return { ...noAmount, amountFen: found.value, amountWhy };
}
