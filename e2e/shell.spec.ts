import type { Page } from '@playwright/test';
import { screens as featureScreens } from '../src/entry/screens.ts';
import { permissionsOf, type Role } from '../src/kernel/access.ts';
import { ownScreens } from '../src/platform/web/shell/own-screens.ts';
import { checkPage } from './support/axe.ts';
import { demonstrationAccounts, expect, settled, signInAs, test } from './support/journey.ts';

const screens = [...featureScreens, ...ownScreens];

test('an officer signs in with name and password, and out again', async ({ page }) => {
  const [account] = (await demonstrationAccounts(page)).filter(
    ({ role }) => role === 'countyOfficer',
  );
  if (account === undefined) throw new Error('The demonstration has no county officer');
  await page.goto('/about');
  await expect(page).toHaveURL(/\/sign-in\?next=%2Fabout/);

  await page.getByLabel('用户名').fill(account.userName);
  await page.getByLabel('密码', { exact: true }).fill('not the password');
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await expect(page.getByRole('alert')).toContainText('用户名或密码不正确');

  await page.getByLabel('密码', { exact: true }).fill(account.password);
  await page.getByLabel('密码', { exact: true }).press('Enter');
  await expect(page).toHaveURL(/\/about$/);
  await expect(page.getByRole('heading', { level: 1, name: '关于' })).toBeVisible();

  await page.getByRole('button', { name: new RegExp(account.regionName) }).click();
  await page.getByRole('menuitem', { name: '退出登录' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '登录' })).toBeVisible();
  await page.goto('/about');
  await expect(page).toHaveURL(/\/sign-in/);
});

test('a session that ends asks for the password over the page, and what was typed stays', async ({
  page,
}) => {
  const account = await signInAs(page, 'countyOfficer');
  await page.goto('/account');
  await page.getByLabel('当前密码').fill('half typed');
  await page.getByLabel('新密码', { exact: true }).fill('a new password');
  await page.getByLabel('再填一次新密码').fill('a new password');
  expect((await page.request.delete('/api/session')).ok()).toBe(true);
  await page.getByRole('button', { name: '修改密码' }).click();

  const dialog = page.getByRole('dialog', { name: '登录已失效' });
  await expect(dialog.getByLabel('用户名')).toHaveValue(account.userName);
  await dialog.getByLabel('密码', { exact: true }).fill(account.password);
  await dialog.getByRole('button', { name: '登录', exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByLabel('当前密码')).toHaveValue('half typed');
});

test('a visitor of the demonstration enters with one click', async ({ page }) => {
  await page.goto('/');
  await page
    .getByRole('listitem')
    .filter({ hasText: '村干部' })
    .getByRole('button')
    .first()
    .click();
  await expect(page.getByRole('navigation', { name: '主导航' })).toBeVisible();
});

test('the sign-in page is accessible in both themes', async ({ page }) => {
  await page.goto('/sign-in');
  await checkPage(page, '/sign-in');
});

test('language and theme are the choice of the reader and stay chosen', async ({ page }) => {
  await signInAs(page, 'countyOfficer');
  await page.goto('/about');
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
  await page.getByRole('button', { name: 'English' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page.getByRole('heading', { level: 1, name: 'About' })).toBeVisible();

  await page.getByRole('button', { name: /Appearance/ }).click();
  await page.getByRole('menuitem', { name: 'Dark' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');

  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});

test('everything can be reached with the keyboard', async ({ page }) => {
  await signInAs(page, 'countyOfficer');
  await page.goto('/about');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: '跳到正文' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('#main')).toBeFocused();

  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: '快捷键' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('a page beyond the posting says so, and the navigation does not offer it', async ({
  page,
}) => {
  const denied = screens.find(
    (screen) => !permissionsOf.auditor.includes(screen.permission) && isPlain(screen.path),
  );
  test.skip(denied === undefined, 'no screen is closed to the auditor');
  await signInAs(page, 'auditor');
  await page.goto(denied?.path ?? '/');
  await expect(page.getByRole('heading', { name: '当前岗位不能查看此页' })).toBeVisible();
  const entries = page.getByRole('navigation', { name: '主导航' }).getByRole('link');
  await expect(entries.filter({ hasText: '关于' })).toBeVisible();
  expect(await hrefsOf(page)).not.toContain(denied?.path);
  await checkPage(page, `${denied?.path} without permission`);
});

test('an address that leads nowhere says so', async ({ page }) => {
  await signInAs(page, 'countyOfficer');
  await page.goto('/no-such-page');
  await expect(page.getByText('没有这个页面')).toBeVisible();
});

for (const screen of shownScreens()) {
  test(`the screen ${screen.path} is accessible in both themes`, async ({ page }) => {
    await openScreen(page, screen);
    await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
    await checkPage(page, screen.path);
  });

  test(`the screen ${screen.path} fits a phone @phone`, async ({ page }) => {
    await openScreen(page, screen);
    await expectNoSidewaysScroll(page, screen.path);
  });
}

test('on a phone the navigation is a drawer @phone', async ({ page }) => {
  await signInAs(page, 'countyOfficer');
  await page.goto('/account');
  await expect(page.getByRole('navigation', { name: '主导航' })).toHaveCount(0);
  await page.getByRole('button', { name: '打开导航' }).click();
  await page
    .getByRole('navigation', { name: '主导航' })
    .getByRole('link', { name: '关于' })
    .click();
  await expect(page).toHaveURL(/\/about$/);
  await expect(page.getByRole('navigation', { name: '主导航' })).toBeHidden();
  await expectNoSidewaysScroll(page, '/about');
  await checkPage(page, '/about on a phone');
});

type Shown = { path: string; role: Role };

function isPlain(path: string): boolean {
  return !path.includes('$');
}

/** Every screen that can be opened without asking the data, with a role that may open it. */
function shownScreens(): Shown[] {
  const preferred: Role[] = [
    'countyOfficer',
    'systemAdministrator',
    'securityAdministrator',
    'auditor',
    'provinceOfficer',
    'villageCadre',
  ];
  return screens.flatMap((screen): Shown[] => {
    const parameters = screen.parameters ?? {};
    const path = screen.path.replaceAll(
      /\$(\w+)/g,
      (whole, name: string) => parameters[name] ?? whole,
    );
    const role = preferred.find((known) => permissionsOf[known].includes(screen.permission));
    if (role === undefined) throw new Error(`Nobody may open ${screen.path}`);
    return isPlain(path) ? [{ path, role }] : [];
  });
}

async function openScreen(page: Page, screen: Shown): Promise<void> {
  await signInAs(page, screen.role);
  await page.goto(screen.path);
  await settled(page);
}

async function hrefsOf(page: Page): Promise<(string | null)[]> {
  const links = await page.getByRole('navigation', { name: '主导航' }).getByRole('link').all();
  return await Promise.all(links.map((link) => link.getAttribute('href')));
}

async function expectNoSidewaysScroll(page: Page, where: string): Promise<void> {
  const [content, window] = await page.evaluate(() => [
    document.documentElement.scrollWidth,
    document.documentElement.clientWidth,
  ]);
  expect(content, `${where} scrolls sideways`).toBeLessThanOrEqual(window ?? 0);
}
