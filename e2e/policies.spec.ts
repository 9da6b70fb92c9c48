import { checkPage } from './support/axe.ts';
import { expect, settled, signInAs, test } from './support/journey.ts';

test('Lin opens the plan of the county and goes from a number down to its households', async ({
  page,
}) => {
  await signInAs(page, 'countyOfficer');
  await page.goto('/policies');
  await settled(page);
  await checkPage(page, 'the policy library');
  await page.getByLabel('查标题、条款摘要、规则名称').fill('幼儿');
  await expect(page.getByRole('link', { name: /幼儿/ }).first()).toBeVisible();
  await page.goto('/policies');
  await page.getByRole('link', { name: '柳溪县精准扶贫实施方案（虚构）' }).click();
  await settled(page);
  await expect(page.getByText('本地区执行')).toBeVisible();
  await checkPage(page, 'the document as the dashboard');

  await page.getByText(/^落后与逾期/).click();
  const clauses = page.getByRole('list', { name: '条款' });
  await expect(clauses.getByRole('button', { name: /全县在册贫困户全部脱贫/ })).toBeVisible();
  await expect(clauses.getByRole('button', { name: /在园的贫困家庭幼儿/ })).toHaveCount(0);
  await page.getByText('全部', { exact: true }).first().click();

  await clauses.getByRole('button', { name: /在园的贫困家庭幼儿/ }).press('Enter');
  const drawer = page.getByRole('dialog');
  await expect(drawer.getByText('现行').first()).toBeVisible();
  await expect(drawer.getByText('¥800')).toBeVisible();
  await checkPage(page, 'a clause with all that carries it out');
  await page.keyboard.press('Escape');
  await expect(drawer).toHaveCount(0);

  await clauses.getByRole('button', { name: /全县在册贫困户全部脱贫/ }).click();
  await drawer.getByRole('link', { name: '看数字背后' }).first().click();
  await settled(page);
  await checkPage(page, 'a number on its way down');
  await page.getByRole('link', { name: '在名册中打开' }).first().click();
  await expect(page).toHaveURL(/\/households\?.*povertyStatus/);
});

test('Lin reports tap water, corrects it, and the target is judged by it', async ({ page }) => {
  await signInAs(page, 'countyOfficer');
  await page.goto('/policies/willow/indicators/tapWaterShare');
  await settled(page);
  await page.getByRole('button', { name: /^填\s?报$/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('期间').click();
  await page.getByTitle('2019', { exact: true }).click();
  await dialog.getByLabel(/数值/).fill('92.5');
  await dialog.getByLabel('依据').fill('县水利局2019年统计年报');
  await checkPage(page, 'the form of a report');
  await dialog.locator('button[type="submit"]').click();
  await expect(page.getByText('92.5%').first()).toBeVisible();

  await page.getByRole('button', { name: /^更\s?正$/ }).click();
  await dialog.getByLabel(/数值/).fill('93.4');
  await dialog.getByLabel('更正原因').fill('补报两个村');
  await dialog.locator('button[type="submit"]').click();
  await expect(page.getByText('补报两个村')).toBeVisible();
  await page.goto('/policies/willow');
  await settled(page);
  await expect(page.getByText('93.4%').first()).toBeVisible();
});

test('Mei reads the plan of her village on a phone @phone', async ({ page }) => {
  await signInAs(page, 'villageCadre');
  await page.goto('/policies/willow');
  await settled(page);
  await checkPage(page, 'the document on a phone');
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(360);
});

test('the system administrator sees no policy', async ({ page }) => {
  await signInAs(page, 'systemAdministrator');
  await page.goto('/policies');
  await expect(page.getByRole('alert')).toBeVisible();
});
