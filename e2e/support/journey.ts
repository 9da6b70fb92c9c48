import { test as base, expect, type Page } from '@playwright/test';
import type { Role } from '../../src/kernel/access.ts';

/** Journeys start on the product that `server.ts` started, without waiting for animations. */
export const test = base.extend({
  contextOptions: async ({ contextOptions }, use) => {
    const baseURL = process.env['MINGBAI_URL'];
    if (baseURL === undefined) throw new Error('The product was not started');
    await use({ ...contextOptions, baseURL, reducedMotion: 'reduce' });
  },
});

export { expect };

export type DemonstrationAccount = {
  userName: string;
  password: string;
  role: Role;
  regionName: string;
};

export async function demonstrationAccounts(page: Page): Promise<DemonstrationAccount[]> {
  const response = await page.request.get('/api/demonstration/accounts');
  expect(response.ok(), 'the demonstration has accounts').toBe(true);
  return (await response.json()) as DemonstrationAccount[];
}

/** Signs in as the demonstration's account of a role, without the form: for journeys about other things. */
export async function signInAs(page: Page, role: Role): Promise<DemonstrationAccount> {
  const account = (await demonstrationAccounts(page)).find((found) => found.role === role);
  if (account === undefined) throw new Error(`The demonstration has no ${role}`);
  const { userName, password } = account;
  const response = await page.request.post('/api/session', { data: { userName, password } });
  expect(await response.json()).toEqual({ step: 'signedIn' });
  return account;
}

/** The content of the screen is there: nothing is loading any more. */
export async function settled(page: Page): Promise<void> {
  await expect(page.locator('#main, main').first()).toBeVisible();
  // A screen whose code is still on its way shows nothing that is busy, and no title.
  await expect(page.locator('h1').first()).toBeVisible();
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
  await page.waitForLoadState('networkidle');
}
