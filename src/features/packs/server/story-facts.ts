import { type Field, fields } from '../../households/model/index.ts';
import { factNameOf, type RuleTypeKind } from '../../rules/model/index.ts';
import type { EntryOf, PackError, Place } from '../model/pack.ts';
import { inside } from '../model/pack.ts';
import { nearestWord } from '../model/suggestion.ts';

type Story = EntryOf<'tests'>;
type Written = Readonly<Record<string, string | readonly string[]>>;
type FactValue = string | number | boolean | null | readonly string[];
export type StoryRecord = Record<string, FactValue>;

/** What is given in a story, as the register would hold it. */
export type StoryFacts = {
  readonly household: StoryRecord;
  readonly survey: StoryRecord;
  readonly persons: readonly StoryRecord[];
  readonly village: StoryRecord;
  readonly county: StoryRecord;
};

type Reading = { readonly errors: PackError[] };

/** Turns the texts of a story into values, each by the type of its field. Money may be given in yuan. */
export function storyFacts(
  { given, on }: Story,
  at: Place,
): { facts: StoryFacts; errors: PackError[] } {
  const reading: Reading = { errors: [] };
  const place = inside(at, 'given');
  const facts = {
    household: recordOf('household', given.household, { at: inside(place, 'household'), reading }),
    survey: recordOf('survey', given.survey, { at: inside(place, 'survey'), reading }),
    persons: given.persons.map((person, index) =>
      recordOf('person', person, { at: inside(place, 'persons', index), reading }),
    ),
    village: recordOf('village', given.village, { at: inside(place, 'village'), reading }),
    county: recordOf('county', given.county, { at: inside(place, 'county'), reading }),
  };
  if (Object.keys(facts.survey).length > 0) facts.survey['year'] ??= Number(on.slice(0, 4));
  return { facts, errors: reading.errors };
}

type Of = 'household' | 'survey' | 'person' | 'village' | 'county';
type Where = { readonly at: Place; readonly reading: Reading };

function recordOf(of: Of, written: Written, { at, reading }: Where): StoryRecord {
  const record: StoryRecord = {};
  for (const [name, text] of Object.entries(written)) {
    const { key, inYuan } = keyOf(of, name);
    const kind = kindOf(of, key);
    if (kind === undefined) {
      const near = nearestWord(name, keysOf(of)) ?? '–';
      reading.errors.push({
        at: inside(at, name),
        code: 'fieldNotKnown',
        details: { id: `${of}.${name}`, suggestion: near },
      });
      continue;
    }
    const value = valueOf(text, kind, inYuan);
    if (value === undefined) {
      reading.errors.push({
        at: inside(at, name),
        code: 'storyValueWrong',
        details: { field: name, written: String(text), kind },
      });
      continue;
    }
    record[key] = value;
  }
  return record;
}

/** `incomePerHeadYuan` is `incomePerHeadFen`, given in yuan. */
function keyOf(of: Of, name: string): { key: string; inYuan: boolean } {
  const inFen = name.replace(/Yuan$/, 'Fen');
  const inYuan = inFen !== name && kindOf(of, name) === undefined && kindOf(of, inFen) === 'money';
  return { key: inYuan ? inFen : name, inYuan };
}

function dictionary(of: Of): readonly Field[] {
  return of === 'village' || of === 'county' ? [] : fields[of];
}

function keysOf(of: Of): string[] {
  return dictionary(of).map(({ key }) => key);
}

type Kind = RuleTypeKind;

const kindOfField: Partial<Record<Field['type'], Kind>> = {
  boolean: 'bool',
  integer: 'int',
  decimal: 'decimal',
  money: 'money',
  codes: 'list',
};

function kindOf(of: Of, key: string): Kind | undefined {
  const field = dictionary(of).find((each) => each.key === key);
  if (field !== undefined) return kindOfField[field.type] ?? 'text';
  const fact = factNameOf(of, key);
  // What is worked out, such as an age, is not given but follows from what is.
  return fact?.source === 'derived' ? undefined : fact?.type.kind;
}

function valueOf(
  written: string | readonly string[],
  kind: Kind,
  inYuan: boolean,
): FactValue | undefined {
  if (kind === 'list') return typeof written === 'string' ? undefined : written;
  if (typeof written !== 'string') return undefined;
  if (written === 'null') return null;
  if (kind === 'bool') return truthOf(written);
  if (kind !== 'int' && kind !== 'decimal' && kind !== 'money') return written;
  if (!/^-?\d+(\.\d+)?$/.test(written)) return undefined;
  const number = Number(written);
  if (kind === 'decimal') return number;
  const whole = inYuan ? Math.round(number * 100) : number;
  return Number.isSafeInteger(whole) ? whole : undefined;
}

function truthOf(written: string): boolean | undefined {
  if (written === 'true') return true;
  return written === 'false' ? false : undefined;
}
