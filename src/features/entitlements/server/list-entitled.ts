import type { PlainDate } from '../../../kernel/plain-date.ts';
import type { RegionCode } from '../../../kernel/region-code.ts';
import { recordEvent } from '../../../platform/server/acts/record-event.ts';
import type { Context } from '../../../platform/server/http/endpoint.ts';
import { Problem } from '../../../platform/server/http/problem.ts';
import { requirePermission } from '../../../platform/server/identity/officer.ts';
import { regionNames } from '../../regions/server/index.ts';
import type { EntitledRow, ListAnswer, ListQuery } from '../model/contract.ts';
import { type DueList, type FoundRow, listDue, personNames } from './list-store.ts';
import { type Part, partsOf } from './parts.ts';
import { askedRegion } from './places.ts';
import { keyOf, tellsSensitive } from './rules-in-force.ts';

export type ListAsked = Pick<ListQuery, 'region' | 'on' | 'rule' | 'standing'>;

/** Whoever stands so to a rule, part by part of the region. */
export type Listed = {
  readonly region: RegionCode;
  readonly total: number;
  /** The title of the rule in both languages. */
  readonly title: { readonly zh: string; readonly en: string };
  page(range: { limit: number; offset: number }): Promise<EntitledRow[]>;
};

/** A page of the households or persons behind a number. Behind a rule that reads health only for a purpose. */
export async function listEntitled(
  context: Context,
  query: ListQuery,
  purpose: string | undefined,
): Promise<ListAnswer> {
  const listed = await chooseEntitled(context, query, purpose);
  const { page, size } = query;
  if (purpose !== undefined) await recordLook(context, { ...query, purpose }, listed);
  return {
    total: listed.total,
    rows: await listed.page({ limit: size, offset: (page - 1) * size }),
  };
}

/** Refuses a list from which health could be read, unless the officer may see it and says what for. */
export async function chooseEntitled(
  context: Context,
  asked: ListAsked,
  purpose: string | undefined,
): Promise<Listed> {
  const { tx, services, today, officer } = context;
  const region = askedRegion(context, asked.region);
  const parts = await partsOf(tx, { region, on: (asked.on ?? today) as PlainDate });
  const sound = parts.flatMap(({ rules }) => rules).find((each) => keyOf(each) === asked.rule);
  if (sound === undefined) throw new Problem(404, 'entitlementRuleNotThere', { rule: asked.rule });
  if (isSensitive(parts, asked.rule)) {
    requirePermission(officer, 'household.unmask');
    if (purpose === undefined) throw new Problem(422, 'entitlementPurposeNeeded');
  }
  const lists: { list: DueList; count: number }[] = [];
  for (const part of parts) {
    const list = listDue(services.facts, part, asked);
    if (list !== undefined) lists.push({ list, count: await list.count() });
  }
  return {
    region,
    title: sound.rule.title,
    total: lists.reduce((sum, { count }) => sum + count, 0),
    page: async (range) => await viewsOf(context, await pageAcross(lists, range)),
  };
}

/** A part may follow a version that was kept, whose text differs, so all parts are looked at. */
function isSensitive(parts: readonly Part[], rule: string): boolean {
  return parts.some(({ rules }) =>
    rules.some((sound) => keyOf(sound) === rule && tellsSensitive(sound, rules)),
  );
}

async function pageAcross(
  lists: readonly { list: DueList; count: number }[],
  { limit, offset }: { limit: number; offset: number },
): Promise<FoundRow[]> {
  const rows: FoundRow[] = [];
  let skip = offset;
  for (const { list, count } of lists) {
    const wanted = limit - rows.length;
    if (wanted > 0 && skip < count)
      rows.push(...(await list.page({ limit: wanted, offset: skip })));
    skip = Math.max(0, skip - count);
  }
  return rows;
}

async function viewsOf({ tx }: Context, rows: readonly FoundRow[]): Promise<EntitledRow[]> {
  const villages = await regionNames(
    tx,
    rows.map(({ village }) => village as RegionCode),
  );
  const names = new Map<string, string>();
  for (const [county, own] of Map.groupBy(rows, ({ village }) => village.slice(0, 6))) {
    const ids = own.flatMap(({ person }) => person ?? []);
    if (ids.length === 0) continue;
    for (const [id, name] of await personNames(tx, county, ids)) names.set(id, name);
  }
  return rows.map(({ household, person, village, number, headName, amountFen }) => ({
    county: village.slice(0, 6),
    householdId: household,
    personId: person,
    number,
    headName,
    personName: person === null ? null : (names.get(person) ?? ''),
    village,
    villageName: villages.get(village as RegionCode)?.name ?? village,
    amountFen,
  }));
}

async function recordLook(
  { tx, now, officer }: Context,
  { rule, standing, page, purpose }: ListQuery & { purpose: string },
  { region, total }: Listed,
): Promise<void> {
  await recordEvent(tx, now, {
    kind: 'entitlement.list',
    accountId: officer.accountId,
    postingId: officer.posting?.id ?? null,
    region,
    purpose,
    detail: { rule, standing, page, total },
  });
}
