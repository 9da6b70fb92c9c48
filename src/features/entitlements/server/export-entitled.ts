import { formatYuan, fen as wholeFen } from '../../../kernel/money.ts';
import { recordEvent } from '../../../platform/server/acts/record-event.ts';
import type { Context } from '../../../platform/server/http/endpoint.ts';
import { Problem } from '../../../platform/server/http/problem.ts';
import { type Language, text } from '../../../platform/server/http/problem-catalogue.ts';
import { openSheet, type SheetColumn, TEXT_CELL } from '../../../platform/server/sheet.ts';
import type { EntitledRow, ExportBody } from '../model/contract.ts';
import { chooseEntitled } from './list-entitled.ts';

/** More rows than anybody works through in a spreadsheet; places within can be taken out one by one. */
const MOST_ROWS = 50_000;
const ROWS_AT_ONCE = 2000;

/** The households or persons behind a number as a workbook. Who took them out, and what for, is recorded with the reading. */
export async function exportEntitled(context: Context, asked: ExportBody): Promise<Buffer> {
  const { tx, now, officer, language } = context;
  const { purpose, rule, standing } = asked;
  const listed = await chooseEntitled(context, asked, purpose);
  const { total, region } = listed;
  if (total > MOST_ROWS) {
    throw new Problem(422, 'entitledTooManyToExport', { total, most: MOST_ROWS });
  }
  await recordEvent(tx, now, {
    kind: 'entitlement.export',
    accountId: officer.accountId,
    postingId: officer.posting?.id ?? null,
    region,
    purpose,
    detail: { rule, standing, rows: total },
  });
  const sheet = openSheet(text(language, 'entitlements:export.sheet'), columnsIn(language));
  const title = listed.title[language === 'en' ? 'en' : 'zh'];
  for (let offset = 0; offset < total; offset += ROWS_AT_ONCE) {
    for (const row of await listed.page({ limit: ROWS_AT_ONCE, offset })) {
      sheet.add(
        cellsOf(row, { title, standing: text(language, `entitlements:standing.${standing}`) }),
      );
    }
  }
  return await sheet.close();
}

const columns = ['village', 'number', 'head', 'person', 'rule', 'standing', 'yuan'] as const;

const widths: Readonly<Record<(typeof columns)[number], number>> = {
  village: 16,
  number: 18,
  head: 12,
  person: 12,
  rule: 34,
  standing: 14,
  yuan: 14,
};

function columnsIn(language: Language): SheetColumn[] {
  return columns.map((key) => ({
    header: text(language, `entitlements:export.${key}`),
    width: widths[key],
    style: TEXT_CELL,
  }));
}

function cellsOf(row: EntitledRow, words: { title: string; standing: string }): string[] {
  const { villageName, number, headName, personName, amountFen } = row;
  const yuan = amountFen === null ? '' : formatYuan(wholeFen(amountFen));
  return [villageName, number, headName, personName ?? '', words.title, words.standing, yuan];
}
