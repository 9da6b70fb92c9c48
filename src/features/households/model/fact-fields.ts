import type { CodeListId } from './code-lists.ts';
import { type Field, type FieldSubject, fields } from './fields.ts';

export type FactFieldType =
  | 'text'
  | 'code'
  | 'codes'
  | 'boolean'
  | 'integer'
  | 'decimal'
  | 'money'
  | 'day';

/** A value of the register that the facts hold, and that lists are filtered and sorted by. */
export type FactField = {
  /** `<subject>.<key>` as in the field dictionary, or a key of the record itself. */
  readonly key: string;
  readonly table: 'household' | 'person' | 'act' | 'finding';
  readonly column: string;
  readonly type: FactFieldType;
  readonly list?: CodeListId | undefined;
  /**
   * False for what is masked on screens: whoever may filter by a value knows it of each household
   * found. Such fields only serve numbers over many.
   */
  readonly filterable: boolean;
};

/** Free text stays out of the facts; these are what lists are sorted and grouped by. */
const textsToKeep = new Set(['household.number', 'household.headName', 'household.villageGroup']);

const sealedTypes = new Set(['documentNumber', 'phone', 'bankAccount']);

function isKept(field: Field): boolean {
  if (sealedTypes.has(field.type)) return false;
  if (field.sensitive !== undefined && field.sensitive !== 'health') return false;
  return field.type !== 'text' || textsToKeep.has(`${field.of}.${field.key}`);
}

/** Months are text in the facts as in the register. */
function typeOf(field: Field): FactFieldType {
  switch (field.type) {
    case 'code':
    case 'codes':
    case 'boolean':
    case 'integer':
    case 'decimal':
    case 'money':
    case 'day':
      return field.type;
    default:
      return 'text';
  }
}

/** The latest survey stands in the household's row, with its columns marked. */
function placeOf(field: Field): Pick<FactField, 'table' | 'column'> {
  switch (field.of) {
    case 'household':
      return { table: 'household', column: field.column };
    case 'survey':
      return { table: 'household', column: `survey_${field.column}` };
    case 'person':
      return { table: 'person', column: field.column };
  }
}

function fromDictionary(of: FieldSubject): FactField[] {
  return fields[of].filter(isKept).map((field) => ({
    key: `${of}.${field.key}`,
    ...placeOf(field),
    type: typeOf(field),
    list: field.list,
    filterable: field.sensitive === undefined,
  }));
}

/** The fields of the dictionary that the facts hold. */
export const dictionaryFactFields: readonly FactField[] = [
  ...fromDictionary('household'),
  ...fromDictionary('survey'),
  ...fromDictionary('person'),
];

type RecordField = Omit<FactField, 'filterable'>;

/**
 * What the record carries besides the dictionary's fields. `monitored` means now: put on the list
 * and the risk not eliminated. `missing` lists the keys of expected
 * fields that are not stated (expected-fields.ts), `complete` means none; spells are the latest of their kind; acts are
 * what was done to the household.
 */
export const recordFactFields = [
  {
    key: 'household.status',
    table: 'household',
    column: 'status',
    type: 'code',
    list: 'householdStatus',
  },
  { key: 'household.closedOn', table: 'household', column: 'closed_on', type: 'day' },
  {
    key: 'household.closeReason',
    table: 'household',
    column: 'close_reason',
    type: 'code',
    list: 'closeReason',
  },
  { key: 'household.headInitials', table: 'household', column: 'head_initials', type: 'text' },
  {
    key: 'household.presentMembers',
    table: 'household',
    column: 'present_members',
    type: 'integer',
  },
  { key: 'household.missing', table: 'household', column: 'missing', type: 'codes' },
  { key: 'household.complete', table: 'household', column: 'complete', type: 'boolean' },
  { key: 'household.monitored', table: 'household', column: 'monitored', type: 'boolean' },
  { key: 'household.registeredOn', table: 'household', column: 'registered_on', type: 'day' },
  { key: 'household.registeredUntil', table: 'household', column: 'registered_until', type: 'day' },
  { key: 'household.monitoredOn', table: 'household', column: 'monitored_on', type: 'day' },
  { key: 'household.monitoredUntil', table: 'household', column: 'monitored_until', type: 'day' },
  { key: 'household.changedOn', table: 'household', column: 'changed_on', type: 'day' },
  { key: 'person.status', table: 'person', column: 'status', type: 'code', list: 'personStatus' },
  { key: 'act.kind', table: 'act', column: 'kind', type: 'text' },
  { key: 'act.recordedOn', table: 'act', column: 'recorded_on', type: 'day' },
  { key: 'act.batched', table: 'act', column: 'batched', type: 'boolean' },
  { key: 'person.missing', table: 'person', column: 'missing', type: 'codes' },
] as const satisfies readonly RecordField[];

export type RecordFactKey = (typeof recordFactFields)[number]['key'];

/** What the data rules found in a household; the feature quality declares the table. */
const findingFactFields: readonly RecordField[] = [
  { key: 'finding.rule', table: 'finding', column: 'rule', type: 'text' },
  { key: 'finding.level', table: 'finding', column: 'level', type: 'text' },
  { key: 'finding.explained', table: 'finding', column: 'explained', type: 'boolean' },
  { key: 'finding.exemptedUntil', table: 'finding', column: 'exempted_until', type: 'day' },
  { key: 'finding.foundOn', table: 'finding', column: 'found_on', type: 'day' },
];

export const factFields: readonly FactField[] = [
  ...dictionaryFactFields,
  ...[...recordFactFields, ...findingFactFields].map((field) => ({ ...field, filterable: true })),
];

const byKey = new Map(factFields.map((field) => [field.key, field]));

/** The fact field of that key; undefined if the facts hold no such thing. */
export function factFieldOf(key: string): FactField | undefined {
  return byKey.get(key);
}
