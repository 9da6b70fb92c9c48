import { checkPage } from './support/axe.ts';
import { expect, settled, signInAs, test } from './support/journey.ts';

test('Lin finds what is wrong in the county, explains one thing and exempts another', async ({
  page,
}) => {
  await signInAs(page, 'countyOfficer');
  await page.goto('/quality');
  await settled(page);
  await page
    .getByRole('button', { name: /^须说明/ })
    .first()
    .click();
  await expect(page).toHaveURL(/level=W/);
  await settled(page);
  const rows = page.locator('.mb-table tbody tr.ant-table-row');
  await expect(rows.first()).toContainText('须说明');
  await rows.first().getByRole('button', { name: '说明', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('理由').fill('已入户核实，情况属实');
  await dialog.getByRole('button', { name: '提交说明' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);

  // Behind those that the demonstration explains, on whichever page that is.
  await page.goto('/quality?level=W&state=explained&size=100');
  await expect(rows.filter({ hasText: '林岚：已入户核实，情况属实' }).first()).toBeVisible();

  await page.goto('/quality?level=W');
  await rows.first().getByRole('button', { name: '豁免', exact: true }).click();
  await dialog.getByLabel('理由和依据').fill('户主长期在外，证件已核对');
  await dialog.getByRole('button', { name: '豁免' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.goto('/quality?state=exempted');
  await expect(rows.first()).toContainText('长期豁免');
  await rows.first().getByRole('button', { name: '结束豁免' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '结束豁免' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('a rule says what it is about, and its findings open the household', async ({ page }) => {
  await signInAs(page, 'countyOfficer');
  await page.goto('/quality?state=all');
  await settled(page);
  await page
    .getByRole('button', { name: /^规则 R\d{3} 的说明$/ })
    .first()
    .click();
  const drawer = page.getByRole('dialog');
  await expect(drawer.getByText('检查范围')).toBeVisible();
  await drawer.getByRole('button', { name: '查看这些问题' }).click();
  await expect(page).toHaveURL(/rule=R\d{3}/);
  await settled(page);
  await page.locator('.mb-table tbody a').first().click();
  await expect(page).toHaveURL(/\/households\/\d{6}\//);
});

test('the dialog that exempts is accessible in both themes', async ({ page }) => {
  await signInAs(page, 'townshipOfficer');
  await page.goto('/quality?level=W');
  await page.getByRole('button', { name: '豁免', exact: true }).first().click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await checkPage(page, 'the dialog that exempts');
});

test('the findings leave as a spreadsheet for a stated purpose', async ({ page }) => {
  await signInAs(page, 'countyOfficer');
  await page.goto('/quality');
  await page.getByRole('button', { name: '导出' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('入户核查').click();
  const download = page.waitForEvent('download');
  await dialog.getByRole('button', { name: '记录用途并继续' }).click();
  expect((await download).suggestedFilename()).toMatch(/^问题清单-990101-.*\.xlsx$/);
});

test('@phone a village cadre works through the findings on a phone', async ({ page }) => {
  await signInAs(page, 'villageCadre');
  await page.goto('/quality?state=all');
  await settled(page);
  await expect(page.getByRole('heading', { level: 1, name: '数据质量' })).toBeVisible();
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
  expect(overflow).toBe(false);
});
