import { readFile } from 'node:fs/promises';
import type { Download, Page } from '@playwright/test';
import ExcelJS from 'exceljs';
import { checkPage } from './support/axe.ts';
import { expect, settled, signInAs, test } from './support/journey.ts';
import { type NewFamilies, writeNewFamilies } from './support/new-families.ts';

const kinds = ['households', 'members', 'surveys'] as const;
type Upload = Parameters<ReturnType<Page['locator']>['setInputFiles']>[0];

/** Chooses files as an officer does; ends on the page of the new import. */
async function upload(page: Page, files: Upload): Promise<void> {
  await page.goto('/intake');
  await settled(page);
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: '选择文件' }).click();
  await (await chooser).setFiles(files);
  await expect(page.getByRole('list', { name: '导入步骤' })).toBeVisible();
  await settled(page);
}

async function start(page: Page): Promise<void> {
  await page.getByRole('button', { name: '开始检查并入库' }).click();
  const result = page.getByRole('heading', { name: /^(全部导入|部分导入|没有新内容|没有入库)$/ });
  await expect(result).toBeVisible({ timeout: 40_000 });
  await settled(page);
}

/** A number of the result, as `入库`. */
async function figure(page: Page, label: string): Promise<number> {
  const shown = page.locator('.mb-figure').filter({ hasText: new RegExp(`^${label}`) });
  const text = await shown.locator('.mb-figure-value').innerText();
  return Number(text.replaceAll(',', ''));
}

async function workbookOf(download: Download): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load((await readFile(await download.path())) as never);
  return workbook;
}

function csv(name: string, rows: readonly string[][]) {
  const text = rows.map((row) => row.join(',')).join('\n');
  return { name, mimeType: 'text/csv', buffer: Buffer.from(text) };
}

test.describe('new families', () => {
  let families: NewFamilies;
  test.beforeAll(async () => {
    const on = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date());
    families = await writeNewFamilies({ households: 30, faultPercent: 20, on });
  });
  test.afterAll(() => families.remove());

  test('Lin brings three tables in, and the same again changes nothing', async ({ page }) => {
    const files = kinds.map((kind) => families.files[kind]);
    await signInAs(page, 'countyOfficer');
    await upload(page, files);
    for (const name of ['户信息', '成员信息', '年度调查']) {
      await expect(page.locator('.ant-select').filter({ hasText: name })).toBeVisible();
    }
    const members = page.getByRole('region', { name: 'members.csv' });
    await members.getByRole('button', { name: /显示全部/ }).click();
    await expect(members.getByRole('row', { name: /证件号码/ })).toContainText('已认出');
    await checkPage(page, 'the columns of three tables');

    await start(page);
    const taken = await figure(page, '入库');
    const refused = await figure(page, '未入库');
    expect(taken).toBeGreaterThan(50);
    expect(refused).toBeGreaterThan(0);
    expect(taken + refused).toBe(30 + families.persons + 30);
    await checkPage(page, 'the result of an import');

    const saving = page.waitForEvent('download');
    await page.getByRole('button', { name: '下载未入库的行' }).click();
    const workbook = await workbookOf(await saving);
    const rows = workbook.worksheets.reduce((sum, sheet) => sum + sheet.rowCount - 1, 0);
    expect(rows).toBe(refused);
    const [sheet] = workbook.worksheets;
    expect(sheet?.getRow(1).values).toContain('退回原因');

    await upload(page, files);
    await start(page);
    await expect(page.getByRole('heading', { name: '没有新内容' })).toBeVisible();
    expect(await figure(page, '入库')).toBe(0);
    expect(await figure(page, '无变化')).toBe(taken);
    await expect(page.getByText('登记信息没有任何改动')).toBeVisible();

    const [one] = families.inOrder;
    const { number = '', headName = '' } = one?.household ?? {};
    await page.goto(`/households?text=${number}`);
    await expect(page.getByRole('row').filter({ hasText: number })).toContainText(headName);
  });
});

test('Lin says what a column is, the county remembers it, and she gives the import up', async ({
  page,
}) => {
  const header = `族称${Date.now()}`;
  const file = csv('成员.csv', [
    ['户编号', '姓名', '性别', '性别', header],
    ['9901019999999', '赵甲', '男', '男', '汉族'],
  ]);
  await signInAs(page, 'countyOfficer');
  await upload(page, file);
  await expect(page.getByRole('row').filter({ hasText: header })).toContainText('未认出');
  await expect(page.getByRole('row').filter({ hasText: '性别' }).first()).toContainText('重复');
  const choice = page.getByRole('combobox', { name: new RegExp(header) });
  await choice.click();
  await page.keyboard.type('民族');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('row').filter({ hasText: header })).toContainText('已记住');
  await page.getByRole('button', { name: '放弃导入' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '放弃导入' }).click();
  await expect(page.getByText('登记信息没有任何改动').first()).toBeVisible();
  await checkPage(page, 'an import that was given up');

  await upload(page, file);
  await page.getByRole('button', { name: /显示全部/ }).click();
  await expect(page.getByRole('row').filter({ hasText: header })).toContainText('已记住');
});

test('files that cannot be read are told, each with its cure', async ({ page }) => {
  await signInAs(page, 'countyOfficer');
  await page.goto('/intake');
  await settled(page);
  await page
    .locator('input[type="file"]')
    .setInputFiles([
      { name: '旧表.xls', mimeType: 'application/vnd.ms-excel', buffer: Buffer.from('x') },
      csv('空.csv', []),
    ]);
  await expect(page.getByText('有 2 个文件不能上传')).toBeVisible();
  await expect(page.getByText('“另存为”.xlsx')).toBeVisible();
  await checkPage(page, 'files that were not sent');

  await upload(page, {
    name: '传了一半.xlsx',
    mimeType: 'application/zip',
    buffer: Buffer.from('PK\u0003\u0004, and then the line broke'),
  });
  await expect(page.getByText('文件已损坏或没有传完整')).toBeVisible();
  await expect(page.getByRole('button', { name: '开始检查并入库' })).toBeDisabled();
});

test('Tao of the township may not import', async ({ page }) => {
  await signInAs(page, 'townshipOfficer');
  await page.goto('/intake');
  await expect(page.getByRole('heading', { name: '当前岗位不能查看此页' })).toBeVisible();
  await expect(page.getByRole('link', { name: '数据导入' })).toHaveCount(0);
  expect((await page.request.get('/api/intake/runs')).status()).toBe(403);
});

test('Lin looks at an import on a phone @phone', async ({ page }) => {
  await signInAs(page, 'countyOfficer');
  await upload(
    page,
    csv('户.csv', [
      ['户编号', '户主姓名', '村', '网格员'],
      ['1', '赵甲', '', '王五'],
    ]),
  );
  await checkPage(page, 'the columns on a phone');
  const isTooWide = await page.evaluate(
    () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
  );
  expect(isTooWide).toBe(false);
});
