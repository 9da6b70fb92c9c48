import type { Page } from '@playwright/test';
import { checkPage } from './support/axe.ts';
import { expect, settled, signInAs, test } from './support/journey.ts';

/** Two documents in one file, with what a web page leaves around them. Each run has a text of its own. */
function twoDocuments(): Buffer {
  const mark = `第${Date.now() % 1_000_000}号样本`;
  const lines = [
    '当前位置：首页 > 政策文件',
    '发布时间：2026-11-20 来源：柳溪网 浏览次数：3',
    '柳溪县饮水安全工作方案',
    `为做好饮水安全工作，制定本方案（${mark}）。`,
    '一、工作目标',
    '()摸清底数。逐村登记水源、管网和用水户数，登记结果张榜公示。',
    '()分批改造。先解决没有自来水的村，再改造老旧管网。另外，安排专人管护，管护费用由县里补助。',
    '二、组织领导',
    '县水利部门牵头，各乡镇配合。',
    '柳溪县村道养护办法',
    '第一条 为管好村道，制定本办法。',
    '第二条 村道由村民委员会养护。',
    '分享到',
    '版权所有 柳溪网',
  ];
  return Buffer.from(lines.join('\n'));
}

async function upload(page: Page): Promise<void> {
  await page.goto('/documents');
  await settled(page);
  await page.locator('input[type=file]').setInputFiles({
    name: '两份文件.txt',
    mimeType: 'text/plain',
    buffer: twoDocuments(),
  });
  await expect(page.getByText('两份文件.txt：找到 2 份文件')).toBeVisible({ timeout: 30_000 });
}

test('Lin uploads two documents in one file, puts the cut right and withdraws one', async ({
  page,
}) => {
  await signInAs(page, 'countyOfficer');
  await upload(page);
  await settled(page);
  await checkPage(page, 'the documents');

  await page.getByRole('link', { name: '柳溪县饮水安全工作方案' }).first().click();
  await expect(
    page.getByRole('heading', { level: 1, name: '柳溪县饮水安全工作方案' }),
  ).toBeVisible();
  await settled(page);
  const clause = (path: string) => page.getByRole('article', { name: `条款 ${path}`, exact: true });
  await expect(clause('1.2')).toContainText('编号的数字丢失，按次序定为第 2。');
  await checkPage(page, 'a document');

  await clause('1.2').getByRole('button', { name: '拆分' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('正文').evaluate((area: HTMLTextAreaElement) => {
    const at = area.value.indexOf('另外');
    area.focus();
    area.setSelectionRange(at, at);
    area.dispatchEvent(new Event('select', { bubbles: true }));
  });
  await expect(dialog.getByText('另外，安排专人管护')).toHaveCount(2);
  await checkPage(page, 'splitting a clause');
  await dialog.getByRole('button', { name: '在光标处拆开' }).click();
  await expect(clause('1.3')).toContainText('另外，安排专人管护');

  await clause('1.3').getByRole('button', { name: '改编号' }).click();
  await dialog.getByLabel('编号', { exact: true }).fill('水');
  await dialog.getByRole('button', { name: '保存编号' }).click();
  await expect(dialog.getByRole('alert')).toContainText('看不懂这个编号');
  await dialog.getByLabel('编号', { exact: true }).fill('（四）');
  await dialog.getByRole('button', { name: '保存编号' }).click();
  await expect(clause('1.4')).toBeVisible();

  await clause('1.4').getByRole('button', { name: '并入前一条' }).click();
  await dialog.getByRole('button', { name: '并入' }).click();
  await expect(clause('1.4')).toHaveCount(0);

  await page
    .getByRole('button', { name: '撤 下' })
    .or(page.getByRole('button', { name: '撤下' }))
    .first()
    .click();
  await dialog.getByRole('textbox').fill('样本文件');
  await dialog
    .getByRole('button', { name: '撤下' })
    .or(dialog.getByRole('button', { name: '撤 下' }))
    .click();
  await expect(page.getByText('这份文件已撤下')).toBeVisible();
  await expect(clause('1.2').getByRole('button')).toHaveCount(0);
});

test('Lin holds a document against a pack and matches a clause by hand', async ({ page }) => {
  await signInAs(page, 'countyOfficer');
  await upload(page);
  await page.getByRole('link', { name: '柳溪县村道养护办法' }).first().click();
  await settled(page);
  await page.getByRole('combobox', { name: '政策包' }).click();
  await page.getByRole('option').nth(1).waitFor({ state: 'attached' });
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByText('由人工选定。')).toBeVisible();
  const second = page.getByRole('article', { name: '条款 2', exact: true });
  await second.getByRole('button', { name: '改对应' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox').click();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await checkPage(page, 'matching a clause');
  await dialog.getByRole('button', { name: '保存对应' }).click();
  await expect(second.getByText('人工对应')).toBeVisible();
  await checkPage(page, 'a document beside a pack');
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '下载政策包草稿' }).click(),
  ]);
  expect(file.suggestedFilename()).toBe('clauses.yaml');
});

test('a file that is no document is refused with the cure', async ({ page }) => {
  await signInAs(page, 'countyOfficer');
  await page.goto('/documents');
  await settled(page);
  await page.locator('input[type=file]').setInputFiles([
    { name: '旧方案.doc', mimeType: 'application/msword', buffer: Buffer.from('x') },
    { name: '日记.txt', mimeType: 'text/plain', buffer: Buffer.from('今天走访了三户。') },
  ]);
  await expect(page.getByText('请另存为 .docx')).toBeVisible();
  await expect(page.getByText('没有找到带编号的条款')).toBeVisible({ timeout: 30_000 });
  await checkPage(page, 'refused files');
});

test('Mei reads documents on her phone, and changes none @phone', async ({ page }) => {
  await signInAs(page, 'villageCadre');
  await page.goto('/documents');
  await settled(page);
  await expect(page.locator('input[type=file]')).toHaveCount(0);
  await checkPage(page, 'the documents on a phone');
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
  expect(wide).toBe(false);
});
