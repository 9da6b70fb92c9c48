import { readFile } from 'node:fs/promises';
import ExcelJS from 'exceljs';
import { expect, settled, signInAs, test } from './support/journey.ts';

const WHOLE_ID_NUMBER = /\d{17}[\dX]/;

async function textOf(path: string): Promise<string> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load((await readFile(path)) as never);
  const cells: string[] = [];
  for (const sheet of workbook.worksheets) {
    sheet.eachRow((row) => row.eachCell((cell) => cells.push(cell.text)));
  }
  return cells.join('\n');
}

test('an officer takes the list out masked, and in clear only for a purpose', async ({ page }) => {
  await signInAs(page, 'townshipOfficer');
  await page.goto('/households');
  await settled(page);
  const open = page.getByRole('button', { name: '导出' });

  await open.click();
  const [masked] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: /遮盖/ }).click(),
  ]);
  expect(masked.suggestedFilename()).toMatch(/^农户信息-\d{4}-\d{2}-\d{2}\.xlsx$/);
  const hidden = await textOf(await masked.path());
  expect(hidden).toContain('村编码');
  expect(hidden).not.toMatch(WHOLE_ID_NUMBER);

  await open.click();
  await page.getByRole('menuitem', { name: /明文/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio').first().check();
  const [clear] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: '记录用途并继续' }).click(),
  ]);
  expect(await textOf(await clear.path())).toMatch(WHOLE_ID_NUMBER);
  await expect(dialog).toBeHidden();
});
