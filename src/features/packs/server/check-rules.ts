import type { ParameterDeclaration, RuleType } from '../../rules/model/index.ts';
import { type CheckedRule, checkRule } from '../../rules/server/index.ts';
import type { Checking } from '../model/check/context.ts';
import { subjects } from '../model/format/words.ts';
import {
  type EntryOf,
  inside,
  type Pack,
  type PackError,
  type Place,
  type Placed,
} from '../model/pack.ts';

type Rule = EntryOf<'rules'>;

/** A rule of a pack with its expressions read and found sound. */
export type SoundRule = {
  readonly rule: Rule;
  readonly pack: string;
  readonly at: Place;
  readonly when: CheckedRule;
  readonly amount: CheckedRule | null;
  readonly receives: CheckedRule | null;
};

type Declarations = ReadonlyMap<string, ParameterDeclaration>;
type Text = {
  readonly text: string;
  readonly subject: Rule['subject'];
  readonly expects: readonly RuleType[];
  readonly at: Place;
  /** A condition that holds wherever the expression is read, so that its has() count here too. */
  readonly given?: CheckedRule | null | undefined;
  /** In a form: the answers to its questions, under `answer.`. */
  readonly answers?: ReadonlyMap<string, RuleType>;
};

const bool: readonly RuleType[] = [{ kind: 'bool' }];
const money: readonly RuleType[] = [{ kind: 'money' }];
const points: readonly RuleType[] = [{ kind: 'int' }, { kind: 'decimal' }];

/** Reads every expression of a pack: what is wrong with them, and the rules that are sound. */
export function checkRules({ pack, declarations }: Checking): {
  errors: PackError[];
  rules: SoundRule[];
} {
  const errors: PackError[] = [];
  const rules = pack.rules.flatMap(({ value: rule, at }) => {
    const sound = readRule({ rule, at, pack: pack.head.value.id }, { declarations, errors });
    return sound === undefined ? [] : [sound];
  });
  for (const indicator of pack.indicators) readMeasure(indicator, { declarations, errors });
  for (const text of conditionsOf(pack)) readExpression(text, { declarations, errors });
  return { errors, rules };
}

/** Of rules with one id those of the nearer pack. */
export function nearestRules(chain: readonly (readonly SoundRule[])[]): readonly SoundRule[] {
  const found = new Map<string, SoundRule>();
  for (const rule of chain.flat()) {
    if (!found.has(rule.rule.id)) found.set(rule.rule.id, rule);
  }
  return [...found.values()];
}

type Reading = { readonly declarations: Declarations; readonly errors: PackError[] };

function readRule(
  { rule, at, pack }: { rule: Rule; at: Place; pack: string },
  reading: Reading,
): SoundRule | undefined {
  const { subject } = rule;
  const part = (
    key: 'when' | 'amount' | 'receives',
    expects: readonly RuleType[],
    given?: CheckedRule | null,
  ): CheckedRule | null | undefined => {
    const text = rule[key];
    if (text === undefined) return null;
    return readExpression({ text, subject, expects, at: inside(at, key), given }, reading);
  };
  const when = part('when', bool);
  // Under a condition that is wrong itself, everything would be.
  if (when === undefined || when === null) return undefined;
  const amount = part('amount', rule.effect === 'score' ? points : money, when);
  const receives = part('receives', bool);
  const isSound = amount !== undefined && receives !== undefined;
  return isSound ? { rule, pack, at, when, amount, receives } : undefined;
}

function readExpression(text: Text, { declarations, errors }: Reading): CheckedRule | undefined {
  const { subject, expects, at, answers, given } = text;
  const found = checkRule(text.text, {
    subject,
    parameters: declarations,
    expects: [...expects],
    ...(given === undefined || given === null ? {} : { given }),
    ...(answers === undefined ? {} : { answers }),
  });
  if (found.ok) return found.value;
  errors.push(
    ...found.problem.map(({ code, details, line, column }) => ({
      at,
      code,
      details,
      inText: { line, column },
    })),
  );
  return undefined;
}

type Indicator = EntryOf<'indicators'>;

/** The condition and the values by which the register gives an indicator. */
function readMeasure({ value: indicator, at }: Placed<Indicator>, reading: Reading): void {
  if (indicator.source !== 'register') return;
  const { kind, of: subject, where, value, per } = indicator.measure;
  const read = (
    key: 'where' | 'value' | 'per',
    text: string | undefined,
    more: Pick<Text, 'expects' | 'given'>,
  ): CheckedRule | undefined => {
    if (text === undefined) return undefined;
    return readExpression({ text, subject, at: inside(at, 'measure', key), ...more }, reading);
  };
  const condition = read('where', where, { expects: bool });
  if (where !== undefined && condition === undefined) return;
  const number = [...points, ...money];
  read('value', value, { expects: kind === 'share' ? bool : number, given: condition });
  read('per', per, { expects: number, given: condition });
}

type Question = EntryOf<'forms'>['questions'][number];

const typeOfAnswer: Record<Question['type'], RuleType> = {
  text: { kind: 'text' },
  integer: { kind: 'int' },
  decimal: { kind: 'decimal' },
  yuan: { kind: 'money' },
  day: { kind: 'day' },
  month: { kind: 'month' },
  yesNo: { kind: 'bool' },
  choice: { kind: 'text' },
  choices: { kind: 'list', of: { kind: 'text' } },
  photo: { kind: 'text' },
  place: { kind: 'text' },
  signature: { kind: 'text' },
};

/** When questions are asked, and which answers are taken. */
function conditionsOf(pack: Pack): Text[] {
  return pack.forms.flatMap(({ value: form, at }) => {
    const answers = new Map(form.questions.map(({ id, type }) => [id, typeOfAnswer[type]]));
    const subject = subjectOf(form.subject);
    return form.questions.flatMap((question, place) =>
      (['relevant', 'constraint'] as const).flatMap((key) => {
        const text = question[key];
        const where = inside(at, 'questions', place, key);
        return text === undefined ? [] : [{ text, subject, expects: bool, at: where, answers }];
      }),
    );
  });
}

function subjectOf(subject: EntryOf<'forms'>['subject']): Rule['subject'] {
  const known: readonly Rule['subject'][] = subjects;
  return known.find((each) => each === subject) ?? 'county';
}
