import {
  type CodeListId,
  type ExpectedSubject,
  expectedFields,
  type Filter,
  formatFilters,
} from '../../model/index.ts';

/** The filters that the bar of the list offers, each for one field. */
export const barFilters = [
  { key: 'type', field: 'household.householdType', list: 'householdType' },
  { key: 'poverty', field: 'household.povertyStatus', list: 'povertyStatus' },
  { key: 'cause', field: 'household.mainCause', list: 'povertyCause' },
  { key: 'monitored', field: 'household.monitoredCategory', list: 'monitoredCategory' },
] as const satisfies readonly { key: string; field: string; list: CodeListId }[];

export const MISSING = 'household.missing';
const STATUS = 'household.status';

type Address = Readonly<Record<string, string | undefined>>;

/** What the bar asks for, as the list's filters. Closed households are there only if asked for. */
export function filtersOfBar(bar: Address): readonly Filter[] {
  const chosen = barFilters.flatMap(({ key, field }): Filter[] => {
    const value = bar[key];
    return value === undefined ? [] : [{ field, operator: 'in', values: [value] }];
  });
  const missing = bar['missing'];
  const status = bar['status'];
  return [
    ...chosen,
    ...(missing === undefined
      ? []
      : [{ field: MISSING, operator: 'in', values: [missing] } satisfies Filter]),
    ...(status === undefined
      ? []
      : [{ field: STATUS, operator: 'in', values: [status] } satisfies Filter]),
  ];
}

/** All filters of a request: those of the bar and those that came with the address. */
export function requestFilters(bar: Address, carried: readonly Filter[]): string {
  return formatFilters([...filtersOfBar(bar), ...carried]);
}

/** Everything that may be missing, as `subject.key`: a key alone may belong to two subjects. */
export function missingChoices(): readonly { subject: ExpectedSubject; key: string }[] {
  return (['household', 'survey'] as const).flatMap((subject) =>
    expectedFields[subject].map((key) => ({ subject, key })),
  );
}
