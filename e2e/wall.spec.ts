import type { Page } from '@playwright/test';
import { checkPage } from './support/axe.ts';
import { expect, settled, signInAs, test } from './support/journey.ts';

/** The whole number in a text such as `1,234 户`. */
function numberIn(text: string | null): number {
  return Number((text ?? '').replaceAll(',', '').match(/\d+/)?.[0]);
}

/** How many households the list says it has. */
async function listed(page: Page): Promise<number> {
  await expect(page).toHaveURL(/\/households\?/);
  await settled(page);
  return numberIn(
    await page
      .getByText(/共 [\d,]+/)
      .first()
      .textContent(),
  );
}

test('a county officer sees how many and why, and each number opens just those households', async ({
  page,
}) => {
  await signInAs(page, 'countyOfficer');
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1, name: '柳溪县' })).toBeVisible();

  const figures = page.getByRole('region', { name: '主要数字' });
  for (const name of [/^未脱贫\d/, /^已脱贫\d/, /^资料完整/]) {
    const figure = figures.getByRole('link').filter({ hasText: name });
    // Of the complete records the figure is a share; how many lack something stands below it.
    const counted = numberIn((await figure.textContent())?.replace(/^\D+[\d.]+%/, '') ?? '');
    await figure.click();
    expect(await listed(page)).toBe(counted);
    await page.goBack();
  }
  const cause = page.getByRole('list', { name: '主要致贫原因' }).getByRole('link').first();
  const counted = numberIn(await cause.textContent());
  await cause.click();
  expect(await listed(page)).toBe(counted);
});

test('the way leads from the county down to a village and back up', async ({ page }) => {
  await signInAs(page, 'countyOfficer');
  await page.goto('/');
  await expect(page.getByText(/示意图/)).toBeVisible();
  const village = page.getByRole('list', { name: '各单位数值' }).getByRole('button').first();
  const name = (await village.textContent())?.replace(/[\d.,%—].*$/, '') ?? '';
  await village.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  await expect(page.getByRole('heading', { level: 2, name: '地图' })).toHaveCount(0);
  const trail = page.getByRole('navigation', { name: '所在位置' });
  await trail.getByRole('button').last().click();
  await expect(page.getByRole('heading', { level: 2, name: '地图' })).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  await trail.getByRole('button', { name: '柳溪县' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '柳溪县' })).toBeVisible();
});

test('a chart can be taken as a table whose numbers open the households', async ({ page }) => {
  await signInAs(page, 'countyOfficer');
  await page.goto('/');
  const incomes = page.getByRole('region', { name: '人均纯收入分布' });
  await incomes.getByRole('button', { name: '以表格显示' }).click();
  const band = incomes.getByRole('row', { name: /4,000–6,000/ }).getByRole('link');
  const counted = numberIn(await band.textContent());
  await band.click();
  expect(await listed(page)).toBe(counted);
});

test('the demonstration knows its villages’ populations, so the incidence is told', async ({
  page,
}) => {
  await signInAs(page, 'countyOfficer');
  await page.goto('/');
  await expect(page.getByRole('region', { name: '主要数字' })).toContainText('贫困发生率');
});

test('an office states the population of its villages, and the incidence follows', async ({
  page,
}) => {
  const township = await signInAs(page, 'townshipOfficer');
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1, name: township.regionName })).toBeVisible();
  await expect(page.getByRole('navigation', { name: '所在位置' })).toHaveCount(0);
  await page.getByRole('link', { name: '各村人口' }).click();
  await page.getByLabel('来源').fill('统计年报');
  const amounts = page.getByLabel(/农业户籍人口$/);
  await expect(amounts.first()).toBeVisible();
  // Another figure than any earlier run stated.
  const stated = 900 + (Math.floor(Date.now() / 1000) % 1_000);
  for (const amount of await amounts.all()) await amount.fill(String(stated));
  await page.getByRole('button', { name: /保\s*存/ }).click();
  await expect(page.getByText('已保存').first()).toBeVisible();
  await page.reload();
  const told = new Intl.NumberFormat('zh-CN').format(stated);
  await expect(page.getByRole('row').filter({ hasText: told }).first()).toBeVisible();
  await page.getByRole('link', { name: '总览' }).click();
  await expect(page.getByRole('region', { name: '主要数字' })).toContainText('贫困发生率');
});

test('an administrator starts with what the posting can do and sees no number', async ({
  page,
}) => {
  await signInAs(page, 'systemAdministrator');
  await page.goto('/');
  await expect(page.getByText(/管理员岗位不查看农户资料/)).toBeVisible();
  await expect(page.getByRole('region', { name: '主要数字' })).toHaveCount(0);
  await page.locator('#main, main').first().getByRole('link', { name: '账号' }).click();
  await expect(page).toHaveURL(/\/accounts/);
});

test('a village cadre sees on the phone first what is missing @phone', async ({ page }) => {
  await signInAs(page, 'villageCadre');
  await page.goto('/');
  await settled(page);
  const headings = page.getByRole('heading', { level: 2 });
  await expect(headings.filter({ hasText: '资料缺项' })).toBeVisible();
  await expect(headings.filter({ hasText: '地图' })).toHaveCount(0);
  await checkPage(page, 'the start page of a village');
});
