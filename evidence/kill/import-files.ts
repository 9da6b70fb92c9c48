import { newId } from '../../src/platform/server/identifiers.ts';
import { idNumberOf } from './families.ts';
import type { Answer, Officer } from './officer.ts';

/** Two spreadsheets that belong together, and the number of the request that brings them. */
export type Spreadsheets = {
  readonly run: string;
  readonly households: number;
  readonly files: readonly { readonly name: string; readonly text: string }[];
};

/** Households of one, so that what is taken by half shows in the counts. */
export function spreadsheetsOf(count: number, after: number): Spreadsheets {
  const numbers = Array.from({ length: count }, (_, index) => after + index + 1);
  const households = [
    ['乡镇', '村', '户编号', '户主姓名', '户类型', '家庭人口数'],
    ...numbers.map((n) => ['城关镇', '柳树湾村', numberOf(n), '李强', '脱贫户', '1']),
  ];
  const members = [
    ['户编号', '姓名', '证件号码', '与户主关系', '是否参加城乡居民基本医疗保险'],
    ...numbers.map((n) => [numberOf(n), '李强', idNumberOf(n), '户主', '是']),
  ];
  return {
    run: newId(),
    households: count,
    files: [
      { name: '户.csv', text: tableText(households) },
      { name: '人.csv', text: tableText(members) },
    ],
  };
}

function numberOf(n: number): string {
  return `990101${String(n).padStart(7, '0')}`;
}

function tableText(rows: readonly (readonly string[])[]): string {
  return `${rows.map((row) => row.join(',')).join('\n')}\n`;
}

/** Sends the files under the run's number, as often as it takes; the number makes one import of it. */
export async function upload(officer: Officer, sheets: Spreadsheets): Promise<Answer | undefined> {
  const form = new FormData();
  form.set('requestId', sheets.run);
  for (const { name, text } of sheets.files) form.append('file', new Blob([text]), name);
  return await officer.sendForm('/api/intake/files', form);
}
