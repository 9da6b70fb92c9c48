import type { RegionCode } from '../../../kernel/region-code.ts';
import type { Page } from '../../../platform/server/facts/page.ts';
import type { Context } from '../../../platform/server/http/endpoint.ts';
import { Problem } from '../../../platform/server/http/problem.ts';
import {
  type Officer,
  reachOf,
  requireWithinReach,
} from '../../../platform/server/identity/officer.ts';
import { regionNames } from '../../regions/server/index.ts';
import { conditionsOf, type Filter, factFieldOf, parseFilters } from '../model/index.ts';
import { meaningsOf } from '../model/search-text.ts';
import { type ListedRow, readListed } from './list-store.ts';
import { type Found, searchHouseholds } from './search-store.ts';

/** Which households, and in what order. */
export type Choice = {
  text: string;
  region: string | undefined;
  filters: string;
  /** `survey.incomePerHeadFen`, or with a minus in front the other way round. */
  sort: string | undefined;
};
export type ListQuery = Choice & { page: number; size: number };

// A search that finds more is too wide to leaf through; the reader is told so by the total.
const MOST_FOUND = 500;

const active: Filter = { field: 'household.status', operator: 'in', values: ['active'] };

/**
 * A page of the households in the officer's reach: the facts say which, in any order and by any
 * filter; the register says what they are now. Closed households are shown only when asked for.
 */
export async function listHouseholds(context: Context, query: ListQuery) {
  const page = await chooseHouseholds(context, query, {
    limit: query.size,
    offset: (query.page - 1) * query.size,
  });
  const rows = await readListed(context.tx, page.ids);
  return { total: page.total, rows: await withVillageNames(context, rows) };
}

/** Which households of the officer's reach the facts choose; refuses a region beyond it. */
export async function chooseHouseholds(
  context: Context,
  choice: Choice,
  part: { limit: number; offset: number },
): Promise<Page> {
  const scope = scopeOf(context.officer, choice);
  const found = choice.text === '' ? undefined : await search(context, choice.text);
  return await context.services.facts.page({
    scope,
    conditions: conditionsOf(filtersOf(choice.filters)),
    among: found?.map(({ id }) => id),
    sort: sortOf(choice.sort),
    ...part,
  });
}

/** The region that is asked for: the officer's own unless another is named, which must lie within. */
export function scopeOf(officer: Officer, { region }: Choice): RegionCode {
  const scope = (region ?? reachOf(officer)) as RegionCode;
  requireWithinReach(officer, scope);
  return scope;
}

function filtersOf(text: string): Filter[] {
  const filters = parseFilters(text);
  if (!filters.ok) {
    const { code, ...details } = filters.problem;
    throw new Problem(400, code, details);
  }
  const asked = filters.value.some((filter) => filter.field === active.field);
  return asked ? [...filters.value] : [...filters.value, active];
}

function sortOf(sort: string | undefined): { column: string; descending: boolean }[] {
  if (sort === undefined) return [];
  const key = sort.replace(/^-/, '');
  const field = factFieldOf(key);
  if (field === undefined || field.table !== 'household' || !field.filterable) {
    throw new Problem(400, 'inputNotUnderstood', { place: 'sort', reason: key });
  }
  return [{ column: field.column, descending: sort.startsWith('-') }];
}

async function search(context: Context, text: string): Promise<Found[]> {
  const found: Found[] = [];
  for (const meaning of meaningsOf(text)) {
    const term =
      meaning.by === 'documentTail'
        ? { by: meaning.by, tailHash: context.services.sealer.tailIndex(meaning.tail) }
        : meaning;
    found.push(...(await searchHouseholds(context.tx, term, MOST_FOUND)));
  }
  return found;
}

async function withVillageNames(context: Context, rows: readonly ListedRow[]) {
  const names = await regionNames(
    context.tx,
    rows.map((row) => row.village_code as RegionCode),
  );
  return rows.map((row) => ({
    county: row.county_code,
    id: row.id,
    number: row.number,
    headName: row.head_name,
    villageCode: row.village_code,
    villageName: names.get(row.village_code as RegionCode)?.name ?? row.village_code,
    memberCount: row.member_count,
    householdType: row.household_type,
    povertyStatus: row.poverty_status,
    mainCause: row.main_cause,
    surveyYear: row.survey_year,
    incomePerHeadFen: row.income_per_head_fen,
    status: row.status,
    updatedAt: row.updated_at,
  }));
}
