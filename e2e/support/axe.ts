import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { settled } from './journey.ts';

/** WCAG 2.2 at levels A and AA, and what axe itself holds to be good practice. */
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Checks the open page in light and in dark: no violation of any rule. */
export async function checkPage(page: Page, where: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await expect(page.locator('html')).toHaveAttribute('data-theme', colorScheme);
    await settled(page);
    const { violations } = await new AxeBuilder({ page }).withTags(rules).analyze();
    const found = violations.map(({ id, nodes }) => ({
      id,
      places: nodes.map((node) => `${node.target.join(' ')}  ${node.failureSummary ?? ''}`),
    }));
    expect(found, `${where}, ${colorScheme}`).toEqual([]);
  }
}
