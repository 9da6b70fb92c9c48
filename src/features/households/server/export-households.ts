import type { Readable } from 'node:stream';
import type { RegionCode } from '../../../kernel/region-code.ts';
import { recordEvent } from '../../../platform/server/acts/record-event.ts';
import type { Context } from '../../../platform/server/http/endpoint.ts';
import { Problem } from '../../../platform/server/http/problem.ts';
import { text } from '../../../platform/server/http/problem-catalogue.ts';
import {
  requirePermission,
  requireWithinReach,
} from '../../../platform/server/identity/officer.ts';
import { type NationalTable, nationalRow } from '../model/index.ts';
import { meaningsOf } from '../model/search-text.ts';
import { spooled } from './export-spool.ts';
import { findHouseholdsOfMany, findSurveysOfMany } from './export-store.ts';
import { writeWorkbook } from './export-workbook.ts';
import { type Choice, chooseHouseholds, scopeOf } from './list-households.ts';
import { maskRecord, unmaskValues } from './mask.ts';
import { recordOfRow } from './record-columns.ts';
import type { RecordRow } from './store.ts';
import { findPersonsOfMany, type Households } from './village-store.ts';

export type ExportOrder = Choice & {
  /** Sensitive values in clear, and what for; masked without it. */
  clear: { purpose: string } | undefined;
};

/** A list that a person can work through in a spreadsheet; more is taken out in parts. */
export const MOST_HOUSEHOLDS = 20_000;
// Few enough that other officers' requests are answered in between.
const HOUSEHOLDS_AT_ONCE = 100;

type Place = { villageCode: string; number: string };
type Taking = {
  chunks: readonly Households[];
  /** Filled by the first sheet; what the scope hides stays out of the others too. */
  places: Map<string, Place>;
  rows: Record<NationalTable, number>;
};

/**
 * The households of a list as a workbook in the national layout, which the import reads again:
 * households, their present members, their surveys. Refuses more than `MOST_HOUSEHOLDS`. Who took
 * out what is recorded in the transaction of the reading, before the first byte leaves.
 */
export async function exportHouseholds(context: Context, order: ExportOrder): Promise<Readable> {
  const { officer, services, language } = context;
  if (order.clear !== undefined) requirePermission(officer, 'household.unmask');
  const { ids, total } = await chooseHouseholds(context, order, {
    limit: MOST_HOUSEHOLDS,
    offset: 0,
  });
  if (total > MOST_HOUSEHOLDS) {
    throw new Problem(422, 'exportTooLarge', { count: total, limit: MOST_HOUSEHOLDS });
  }
  const taking: Taking = {
    chunks: chunksOf(ids),
    places: new Map(),
    rows: { households: 0, members: 0, surveys: 0 },
  };
  const file = await spooled(services.dataFolder, async (into) => {
    await writeWorkbook(
      into,
      (table) => text(language, `household-export:sheet.${table}`),
      (table) => rowsOf(context, order, { table, taking }),
    );
  });
  await recordExport(context, order, taking.rows);
  return file;
}

/** Some households at a time, all of one county, in the order of the list. */
function chunksOf(ids: readonly { countyCode: string; id: string }[]): Households[] {
  const chunks: { county: RegionCode; ids: string[] }[] = [];
  for (const { countyCode, id } of ids) {
    const last = chunks.at(-1);
    const isFull = last === undefined || last.ids.length >= HOUSEHOLDS_AT_ONCE;
    if (isFull || last.county !== countyCode)
      chunks.push({ county: countyCode as RegionCode, ids: [id] });
    else last.ids.push(id);
  }
  return chunks;
}

async function* rowsOf(
  context: Context,
  order: ExportOrder,
  { table, taking }: { table: NationalTable; taking: Taking },
): AsyncGenerator<string[][]> {
  for (const chunk of taking.chunks) {
    const found = await recordsOf[table](context, chunk);
    if (table === 'households') notePlaces(context, found, taking.places);
    const byHousehold = Map.groupBy(found, householdOf);
    const rows = chunk.ids.flatMap((id) => {
      const place = taking.places.get(id);
      if (place === undefined) return [];
      return (byHousehold.get(id) ?? []).map((row) =>
        nationalRow(table, place, shown(context, order, { table, row })),
      );
    });
    taking.rows[table] += rows.length;
    yield rows;
  }
}

type Found = RecordRow & { household_id?: string };

const recordsOf: Record<
  NationalTable,
  (context: Context, of: Households) => Promise<readonly Found[]>
> = {
  households: async ({ tx }, of) => await findHouseholdsOfMany(tx, of),
  members: async ({ tx }, of) => await findPersonsOfMany(tx, of),
  surveys: async ({ tx }, of) => await findSurveysOfMany(tx, of),
};

const subjectOf = { households: 'household', members: 'person', surveys: 'survey' } as const;

function householdOf(row: Found): string {
  return row.household_id ?? row.id;
}

function notePlaces({ officer }: Context, rows: readonly Found[], into: Taking['places']): void {
  for (const row of rows) {
    requireWithinReach(officer, row.village_code as RegionCode);
    into.set(row.id, { villageCode: row.village_code, number: String(row['number']) });
  }
}

function shown(
  { services }: Context,
  { clear }: ExportOrder,
  { table, row }: { table: NationalTable; row: Found },
): Record<string, unknown> {
  const subject = subjectOf[table];
  const record = recordOfRow(subject, row);
  return clear === undefined
    ? maskRecord(subject, record, services.sealer)
    : { ...record, ...unmaskValues(subject, record, services.sealer) };
}

/** A search text may be somebody's name or number, so the log only says what kind of text it was. */
async function recordExport(
  { tx, now, officer }: Context,
  order: ExportOrder,
  rows: Taking['rows'],
): Promise<void> {
  await recordEvent(tx, now, {
    kind: 'household.export',
    accountId: officer.accountId,
    postingId: officer.posting?.id ?? null,
    region: scopeOf(officer, order),
    purpose: order.clear?.purpose,
    detail: {
      ...rows,
      shown: order.clear === undefined ? 'masked' : 'clear',
      filters: order.filters,
      sort: order.sort ?? null,
      searchedBy: order.text === '' ? [] : meaningsOf(order.text).map(({ by }) => by),
    },
  });
}
