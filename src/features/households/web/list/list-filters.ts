import {
  type CodeListId,
  expectedFields,
  type Filter,
  formatFilters,
  parseFilters,
} from '../../model/index.ts';

/** The filters that the bar of the list offers, each for one field. */
export const barFilters = [
  { key: 'type', field: 'household.householdType', list: 'householdType' },
  { key: 'poverty', field: 'household.povertyStatus', list: 'povertyStatus' },
  { key: 'cause', field: 'household.mainCause', list: 'povertyCause' },
  { key: 'monitored', field: 'household.monitoredCategory', list: 'monitoredCategory' },
] as const satisfies readonly { key: string; field: string; list: CodeListId }[];

/** What may be missing of a household, `<subject>.<key>`. */
export const missingKeys: readonly string[] = (['household', 'survey'] as const).flatMap(
  (subject) => expectedFields[subject].map((key) => `${subject}.${key}`),
);

type Address = Readonly<Record<string, string | undefined>>;

function oneOf(field: string, value: string | undefined): Filter[] {
  return value === undefined || value === '' ? [] : [{ field, operator: 'in', values: [value] }];
}

/** The text of all filters of a request: those of the bar, then those that the address carries. */
export function requestFilters(bar: Address, carried: string): string {
  const chosen = [
    ...barFilters.flatMap(({ key, field }) => oneOf(field, bar[key])),
    ...oneOf('household.missing', bar['missing']),
  ];
  return [formatFilters(chosen), carried].filter((text) => text !== '').join(';');
}

/** The filters of an address; none where it cannot be read, which the server then says. */
export function carriedFilters(text: string): readonly Filter[] {
  const read = parseFilters(text);
  return read.ok ? read.value : [];
}

/** The address text with one filter less. */
export function withoutFilter(filters: readonly Filter[], gone: Filter): string {
  return formatFilters(filters.filter((filter) => filter !== gone));
}

/** The address text with one filter more; one that is there already is not put twice. */
export function withFilter(filters: readonly Filter[], added: Filter): string {
  const texts = [...filters, added].map((filter) => formatFilters([filter]));
  return [...new Set(texts)].join(';');
}
