import { levelOf, parseRegionCode, type RegionCode } from '../../../kernel/region-code.ts';
import type { Context } from '../../../platform/server/http/endpoint.ts';
import { Problem } from '../../../platform/server/http/problem.ts';
import { newId } from '../../../platform/server/identifiers.ts';
import {
  reachOf,
  requirePermission,
  requireWithinReach,
} from '../../../platform/server/identity/officer.ts';
import { readWholeHousehold } from '../../households/server/index.ts';
import { regionNames } from '../../regions/server/index.ts';
import type { PrintBody } from '../model/contract.ts';
import { levelOfKind } from '../model/ledger.ts';
import { countHouseholds } from './ledger-store.ts';
import type { PrintOrder } from './make-print.ts';
import type { PrintDesk } from './print-desk.ts';
import type { PrintJob } from './print-folder.ts';
import { wordsIn } from './words.ts';

/**
 * Takes an order for a print: what it names must lie within the officer's reach, and clear sensitive
 * values need the right to see them, in a workbook also the right to take them out.
 */
export async function orderPrint(
  context: Context,
  desk: PrintDesk,
  body: PrintBody,
): Promise<PrintJob> {
  const { officer } = context;
  if (body.purpose !== undefined) {
    requirePermission(officer, 'household.unmask');
    if (body.format === 'xlsx') requirePermission(officer, 'household.export');
  }
  const { region, total, number } = await whatIsPrinted(context, body);
  if (total === 0) throw new Problem(422, 'nothingToPrint');
  const names = await regionNames(context.tx, [region]);
  const job = newJob(context, body, { region, total });
  const regionName = names.get(region)?.name ?? region;
  const named = { ...job, regionName, fileName: fileName(context, body, number ?? regionName) };
  return await desk.order(named, orderOf(context, named, body.purpose));
}

type Printed = { region: RegionCode; total: number; number?: string };

/** The region whose households are read, and how many they are. */
async function whatIsPrinted(context: Context, body: PrintBody): Promise<Printed> {
  const { tx, officer, services } = context;
  if (body.household !== undefined) {
    const key = { county: body.household.county as RegionCode, id: body.household.id };
    const showing = { sealer: services.sealer, clear: false, years: 1 };
    const household = await readWholeHousehold(tx, key, showing);
    if (household === undefined) throw new Problem(404, 'notFound');
    requireWithinReach(officer, household.villageCode);
    return { region: household.villageCode, total: 1, number: household.facts.number };
  }
  const region = requireRegion(context, body);
  if (body.kind === 'card' || body.kind === 'village') {
    const total = await countHouseholds(tx, region);
    return { region, total: body.kind === 'card' ? total : Math.max(total, 1) };
  }
  return { region, total: 1 };
}

function requireRegion({ officer }: Context, body: PrintBody): RegionCode {
  const region = parseRegionCode(body.region ?? '');
  if (region === undefined || levelOf(region) !== levelOfKind[body.kind]) {
    throw new Problem(422, 'ledgerOfOtherLevel', { kind: body.kind });
  }
  requireWithinReach(officer, region);
  return region;
}

function newJob(
  { officer, now, today }: Context,
  body: PrintBody,
  { region, total }: { region: RegionCode; total: number },
): PrintJob {
  const id = newId();
  return {
    id,
    accountId: officer.accountId,
    kind: body.kind,
    region,
    regionName: region,
    household: body.household ?? null,
    format: body.format,
    clear: body.purpose !== undefined,
    number: printNumber(today, id),
    fileName: '',
    orderedAt: now,
    total,
    state: 'queued',
    done: 0,
    pages: null,
    bytes: null,
    missing: [],
    problem: null,
    heardAt: now,
  };
}

/** The day and the random end of the id: short enough to read out over the telephone. */
export function printNumber(today: string, id: string): string {
  return `${today.replaceAll('-', '')}-${id.slice(-8).toUpperCase()}`;
}

function fileName({ language, today }: Context, body: PrintBody, name: string): string {
  const { say } = wordsIn(language);
  const day = today.replaceAll('-', '');
  return `${say('fileName', { series: say(`series.${body.kind}`), name, day })}.${body.format}`;
}

function orderOf(context: Context, job: PrintJob, purpose: string | undefined): PrintOrder {
  const { officer, now, today, language } = context;
  reachOf(officer);
  return {
    kind: job.kind,
    region: job.region as RegionCode,
    household:
      job.household === null
        ? null
        : { county: job.household.county as RegionCode, id: job.household.id },
    format: job.format,
    imprint: {
      number: job.number,
      printedOn: today,
      printedBy: officer.displayName,
      purpose,
    },
    language,
    now,
    today,
    accountId: officer.accountId,
    postingId: officer.posting?.id ?? null,
  };
}
