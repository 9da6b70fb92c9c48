import type { Page } from '@playwright/test';
import { checkPage } from './support/axe.ts';
import { expect, settled, signInAs, test } from './support/journey.ts';

const WILLOW = '990101';
const ON = '2018-12-31';

type Listed = { rows: { county: string; householdId: string; personName: string | null }[] };

/** A household of Willow with a child that is due the allowance in kindergarten. */
async function householdWithChild(page: Page): Promise<string> {
  const response = await page.request.get(
    `/api/entitlements/list?region=${WILLOW}&on=${ON}&rule=willow.kindergartenAid&size=1`,
  );
  const { rows } = (await response.json()) as Listed;
  const [first] = rows;
  if (first === undefined) throw new Error('The demonstration has nobody in kindergarten');
  return `/households/${first.county}/${first.householdId}`;
}

async function askAbout(page: Page, day: string): Promise<void> {
  const field = page.locator('#entitlements').getByLabel('截至').last();
  await field.fill(day);
  await field.press('Enter');
  await settled(page);
}

test('Lin asks what a household is due, and why', async ({ page }) => {
  await signInAs(page, 'countyOfficer');
  await page.goto(await householdWithChild(page));
  await settled(page);
  const section = page.locator('#entitlements');
  await askAbout(page, ON);
  await expect(section.getByText('柳溪县精准扶贫实施方案').first()).toBeVisible();
  const aid = section.getByRole('listitem').filter({ hasText: '学前教育生活补助' }).first();
  await expect(aid).toContainText('800.00');
  await aid.getByText('为什么？').click();
  await expect(aid).toContainText('在校生状况');
  await expect(aid).toContainText('自 2018-09-01 起');
  await checkPage(page, 'what a household is due');
});

test('Lin goes from the totals of the county to the people behind a number, and down to a household', async ({
  page,
}) => {
  await signInAs(page, 'countyOfficer');
  await page.goto(`/entitlements?on=${ON}`);
  await settled(page);
  await checkPage(page, 'totals of entitlements');
  await page.getByRole('button', { name: /^学前教育生活补助 应享/ }).click();
  const list = page.getByRole('region', { name: /学前教育生活补助 · 应享/ });
  await expect(list.getByRole('row').nth(1)).toBeVisible();
  await checkPage(page, 'a list of the entitled');
  await list.getByRole('row').nth(1).getByRole('link').click();
  await settled(page);
  await expect(page.locator('#entitlements')).toBeVisible();
  await page.locator('#entitlements').getByRole('link', { name: '查看本村汇总' }).click();
  await settled(page);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('政策享受');
});

test('Lin takes a list out for a purpose', async ({ page }) => {
  await signInAs(page, 'countyOfficer');
  await page.goto(`/entitlements?on=${ON}&rule=willow.kindergartenAid&standing=due`);
  await settled(page);
  await page.getByRole('button', { name: '导出' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio').first().check();
  const download = page.waitForEvent('download');
  await dialog
    .getByRole('button', { name: '确定' })
    .or(dialog.locator('.ant-btn-primary'))
    .first()
    .click();
  expect((await download).suggestedFilename()).toMatch(/^政策享受名单-.*\.xlsx$/);
});

test('what a household is due reads on a phone @phone', async ({ page }) => {
  await signInAs(page, 'villageCadre');
  const found = await page.request.get('/api/households?size=1');
  const [first] = ((await found.json()) as { rows: { county: string; id: string }[] }).rows;
  await page.goto(`/households/${first?.county}/${first?.id}`);
  await settled(page);
  await page.locator('#entitlements').scrollIntoViewIfNeeded();
  await expect(page.locator('#entitlements summary').first()).toBeVisible();
  await page.goto('/entitlements');
  await settled(page);
  await checkPage(page, 'totals of entitlements on a phone');
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(wide).toBeLessThanOrEqual(0);
});
