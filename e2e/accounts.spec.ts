import type { Browser, Page } from '@playwright/test';
import { generateSync } from 'otplib';
import { checkPage } from './support/axe.ts';
import { expect, settled, signInAs, test } from './support/journey.ts';

async function pageOf(
  browser: Browser,
  role: 'systemAdministrator' | 'securityAdministrator',
): Promise<Page> {
  const page = await (await browser.newContext({ reducedMotion: 'reduce' })).newPage();
  await signInAs(page, role);
  return page;
}

/** A user name that no other journey has taken. */
function freshName(): string {
  return `qin${Date.now().toString(36)}`;
}

/** Makes an account on the screen; answers its address and the one-time password shown. */
async function createAccount(
  page: Page,
  userName: string,
): Promise<{ address: string; password: string }> {
  await page.goto('/accounts');
  await page.getByRole('button', { name: '新建账号' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('姓名').fill('秦岭');
  await dialog.getByLabel('用户名').fill(userName);
  await dialog.getByRole('button', { name: '建立账号' }).click();
  const shown = page.getByRole('dialog', { name: '一次性密码' });
  const password = await shown.locator('code').innerText();
  await shown.getByRole('button', { name: '已记下，关闭' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '秦岭' })).toBeVisible();
  return { address: new URL(page.url()).pathname, password };
}

test('a new officer gets an account, a posting, and loses it again', async ({ page, browser }) => {
  const userName = freshName();
  const sys = await pageOf(browser, 'systemAdministrator');
  const { address, password } = await createAccount(sys, userName);
  await expect(sys.getByText('还没有岗位')).toBeVisible();
  await expect(sys.getByRole('button', { name: '授予岗位' })).toHaveCount(0);

  const sec = await pageOf(browser, 'securityAdministrator');
  await sec.goto(address);
  await sec.getByRole('button', { name: '授予岗位' }).click();
  const dialog = sec.getByRole('dialog');
  await dialog.getByLabel('角色').click();

  await sec.getByTitle('县级经办人').click();
  await dialog.getByLabel('区域', { exact: true }).fill('柳溪');
  await sec
    .getByRole('option', { name: /柳溪县/ })
    .or(sec.locator('.mb-region-line', { hasText: '柳溪县' }))
    .first()
    .click();
  await checkPage(sec, 'the dialog that grants a posting');
  await dialog.getByRole('button', { name: '授予' }).click();
  await expect(sec.getByText('县级经办人 · 柳溪县')).toBeVisible();

  await page.goto('/sign-in');
  await page.getByLabel('用户名').fill(userName);
  await page.getByLabel('密码', { exact: true }).fill(password);
  await page.getByLabel('密码', { exact: true }).press('Enter');
  await page.getByLabel('新密码', { exact: true }).fill('river-under-stone-bridge');
  await page.getByLabel('再填一次新密码').fill('river-under-stone-bridge');
  await page.getByRole('button', { name: '修改密码' }).click();
  await expect(page.getByRole('button', { name: /县级经办人 · 柳溪县/ })).toBeVisible();

  await sec.getByRole('button', { name: /^结束岗位：/ }).click();
  await sec.getByRole('dialog').getByRole('button', { name: '结束岗位' }).click();
  await expect(sec.getByText('已结束', { exact: true })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('button', { name: /没有生效的岗位/ })).toBeVisible();

  await sys.getByRole('button', { name: '停用', exact: true }).click();
  await sys.getByRole('dialog').getByRole('button', { name: '停用' }).click();
  await expect(sys.getByText('已停用', { exact: true })).toBeVisible();
  await page.reload();
  await expect(page).toHaveURL(/\/sign-in/);
});

test('a second factor is asked for once it was switched on', async ({ page, browser }) => {
  const userName = freshName();
  const { password } = await createAccount(await pageOf(browser, 'systemAdministrator'), userName);
  const own = 'river-under-stone-bridge';
  await page.request.post('/api/session', { data: { userName, password } });
  await page.request.post('/api/account/password', { data: { current: password, next: own } });
  await page.goto('/account');
  await page.getByRole('button', { name: '开启双因素认证' }).click();
  const dialog = page.getByRole('dialog');
  const secret = (await dialog.locator('code').innerText()).replaceAll(' ', '');
  await dialog.getByLabel('动态口令').fill(generateSync({ secret }));
  await dialog.getByRole('button', { name: '验证并开启' }).click();
  await expect(page.getByText('已开启', { exact: true })).toBeVisible();

  await page.request.delete('/api/session');
  await page.goto('/sign-in');
  await page.getByLabel('用户名').fill(userName);
  await page.getByLabel('密码', { exact: true }).fill(own);
  await page.getByLabel('密码', { exact: true }).press('Enter');
  await page.getByLabel('动态口令').fill('000000');
  await page.getByRole('button', { name: '验证并登录' }).click();
  await expect(page.getByRole('alert')).toContainText('动态口令不正确');
  // The code of this half minute was used to switch it on; the next one is good already.
  const next = generateSync({ secret, epoch: Math.floor(Date.now() / 1000) + 30 });
  await page.getByLabel('动态口令').fill(next);
  await page.getByRole('button', { name: '验证并登录' }).click();
  await expect(page.getByRole('navigation', { name: '主导航' })).toBeVisible();
});

test('an account and its dialogs are accessible in both themes', async ({ browser }) => {
  const sys = await pageOf(browser, 'systemAdministrator');
  await createAccount(sys, freshName());
  await checkPage(sys, 'an account');
  await sys.getByRole('button', { name: '重置密码' }).click();
  await sys.getByRole('dialog').getByRole('button', { name: '重置密码' }).click();
  await expect(sys.getByRole('dialog', { name: '一次性密码' })).toBeVisible();
  await checkPage(sys, 'a one-time password');
});

test('a security administrator cannot open what the system administrator does', async ({
  browser,
}) => {
  const sec = await pageOf(browser, 'securityAdministrator');
  await sec.goto('/accounts');
  await settled(sec);
  await expect(sec.getByRole('button', { name: '新建账号' })).toHaveCount(0);
});

test('@phone accounts can be found and read on a phone', async ({ page }) => {
  await signInAs(page, 'securityAdministrator');
  await page.goto('/accounts?text=mei');
  await page.getByRole('link', { name: '梅小草' }).click();
  await expect(page.getByText('村干部 · 北门村')).toBeVisible();
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
  expect(overflow).toBe(false);
});
