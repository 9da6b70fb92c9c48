import { recordEvent } from '../../../platform/server/acts/record-event.ts';
import type { Context } from '../../../platform/server/http/endpoint.ts';
import { Problem } from '../../../platform/server/http/problem.ts';
import { type Language, text } from '../../../platform/server/http/problem-catalogue.ts';
import { openSheet, type SheetColumn, TEXT_CELL } from '../../../platform/server/sheet.ts';
import type { FindingChoice, FindingView } from '../model/contract.ts';
import { messageKeyOf, type RuleId } from '../model/index.ts';
import { viewsOf } from './list-findings.ts';
import { askedRegion } from './places.ts';
import { pageOfFindings } from './summary-store.ts';
import { readFindings } from './view-store.ts';

/** More rows than anybody works through in a spreadsheet; narrower choices can be exported one by one. */
const MOST_ROWS = 50_000;
const ROWS_AT_ONCE = 2000;

/** The chosen findings as a workbook. Who took them out, and what for, is recorded with the reading. */
export async function exportFindings(
  context: Context,
  choice: FindingChoice & { purpose: string },
): Promise<Buffer> {
  const { tx, today, now, officer, services, language } = context;
  const region = askedRegion(context, choice.region);
  const asked = { facts: services.facts, region, today };
  const { total, places } = await pageOfFindings(asked, choice, { limit: MOST_ROWS, offset: 0 });
  if (total > MOST_ROWS) throw new Problem(422, 'tooManyToExport', { total, most: MOST_ROWS });
  const { purpose, ruleId, level, state } = choice;
  await recordEvent(tx, now, {
    kind: 'quality.export',
    accountId: officer.accountId,
    postingId: officer.posting?.id ?? null,
    region,
    purpose,
    detail: { rows: total, ruleId, level, state },
  });
  const sheet = openSheet(text(language, 'quality-desk:export.sheet'), columnsIn(language));
  for (let from = 0; from < places.length; from += ROWS_AT_ONCE) {
    const rows = await readFindings(tx, places.slice(from, from + ROWS_AT_ONCE), today);
    for (const view of await viewsOf(context, rows)) sheet.add(cellsOf(view, language));
  }
  return await sheet.close();
}

const columns = [
  'village',
  'householdNumber',
  'headName',
  'about',
  'rule',
  'ruleTitle',
  'level',
  'sentence',
  'foundOn',
  'state',
  'reason',
] as const;

const widths: Readonly<Record<(typeof columns)[number], number>> = {
  village: 14,
  householdNumber: 18,
  headName: 12,
  about: 14,
  rule: 8,
  ruleTitle: 20,
  level: 10,
  sentence: 60,
  foundOn: 12,
  state: 10,
  reason: 30,
};

function columnsIn(language: Language): SheetColumn[] {
  return columns.map((key) => ({
    header: text(language, `quality-desk:export.${key}`),
    width: widths[key],
    style: { ...TEXT_CELL, alignment: { vertical: 'top', wrapText: key === 'sentence' } },
  }));
}

function cellsOf(view: FindingView, language: Language): string[] {
  const said = { ruleId: view.ruleId as RuleId, text: view.text };
  return [
    view.household.villageName,
    view.household.number,
    view.household.headName,
    view.subjectName ?? view.surveyYear?.toString() ?? '',
    view.ruleId,
    text(language, `quality:${view.ruleId}.title`),
    text(language, `quality:level.${view.level}`),
    text(language, messageKeyOf(said), view.details),
    view.foundOn,
    text(language, `quality-desk:state.${view.state}`),
    view.exemption?.reason ?? view.explanation?.reason ?? '',
  ];
}
