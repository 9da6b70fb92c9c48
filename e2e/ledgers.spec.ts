import { readFile } from 'node:fs/promises';
import type { Download, Page } from '@playwright/test';
import { checkPage } from './support/axe.ts';
import { expect, settled, signInAs, test } from './support/journey.ts';

/** Waits until the print just ordered is made, and takes its file. */
async function takeFile(page: Page, within = '.mb-ledger-ordered'): Promise<Download> {
  const download = page.locator(within).getByRole('link', { name: /下载/ }).first();
  await expect(download).toBeVisible({ timeout: 30_000 });
  const [file] = await Promise.all([page.waitForEvent('download'), download.click()]);
  return file;
}

async function startOf(file: Download): Promise<string> {
  return (await readFile(await file.path())).toString('latin1', 0, 4);
}

test('Tao prints the cards of a village and its book, and finds both among the prints', async ({
  page,
}) => {
  await signInAs(page, 'townshipOfficer');
  await page.goto('/ledgers?kind=card&region=990101100200');
  await settled(page);
  await page.getByRole('button', { name: '打印 PDF' }).click();
  const cards = await takeFile(page);
  expect(cards.suggestedFilename()).toMatch(/^户有卡_.+_\d{8}\.pdf$/);
  expect(await startOf(cards)).toBe('%PDF');

  await page.getByRole('radio', { name: /村有册/ }).check();
  await expect(page).toHaveURL(/kind=village/);
  await page.goto('/ledgers?kind=village&region=990101100200');
  await page.getByRole('button', { name: '导出表格' }).click();
  const book = await takeFile(page);
  expect(await startOf(book)).toBe('PK\u0003\u0004');
  await checkPage(page, 'ledgers');

  const prints = page.locator('.mb-ledger-prints li');
  await expect(prints).toHaveCount(2);
  await prints.first().getByRole('button', { name: /删除/ }).click();
  await expect(prints).toHaveCount(1);
});

test('Tao reads the book of a village on screen', async ({ page }) => {
  await signInAs(page, 'townshipOfficer');
  await page.goto('/ledgers?kind=village&region=990101100200');
  await settled(page);
  await page.getByRole('button', { name: '查看' }).click();
  await expect(page).toHaveURL(/\/ledgers\/village\/990101100200$/);
  await expect(page.getByRole('heading', { name: /建档立卡村册/ })).toBeVisible();
  await expect(page.getByRole('region', { name: '户册' }).getByRole('row').nth(1)).toBeVisible();
});

test('Lin prints a card with whole ID numbers only after saying what for', async ({ page }) => {
  await signInAs(page, 'countyOfficer');
  const list = await page.request.get('/api/households?size=1');
  const [household] = (await list.json()).rows;
  await page.goto(`/households/${household.county}/${household.id}`);
  await page.getByRole('button', { name: '打印户卡' }).click();
  await expect(page.getByRole('heading', { name: /^建档立卡户信息卡/ })).toBeVisible();
  await settled(page);
  await checkPage(page, 'ledgers');
  await page.getByRole('button', { name: '不隐去敏感信息' }).click();
  await page.getByRole('menuitem', { name: '打印 PDF（不隐去）' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio').first().check();
  await dialog.getByRole('button', { name: '记录用途并继续' }).click();
  expect(await startOf(await takeFile(page))).toBe('%PDF');
});

test('Mei has no way to print whole ID numbers, nor another village', async ({ page }) => {
  await signInAs(page, 'villageCadre');
  await page.goto('/ledgers?kind=card');
  await settled(page);
  await expect(page.getByRole('button', { name: '打印 PDF' })).toBeEnabled();
  await expect(page.getByRole('button', { name: '不隐去敏感信息' })).toHaveCount(0);
  await page.goto('/ledgers/village/990101101201');
  await expect(page.getByRole('alert')).toBeVisible();
});

test('the ledgers fit a phone @phone', async ({ page }) => {
  await signInAs(page, 'villageCadre');
  await page.goto('/ledgers');
  await settled(page);
  await checkPage(page, 'ledgers');
});
