import type { ConsoleLocale } from '@fairlead/contract';
import { expect } from '@playwright/test';
import { findings } from './accessibility.ts';
import { signInBy } from './agent.ts';
import { test } from './journey.ts';

/** Agents of the demo, and what the list of what is theirs is called. */
const readers: ReadonlyArray<[ConsoleLocale, string, string]> = [
  ['ja', 'ken@example.com', '自分の担当'],
  ['ko', 'minseo@example.com', '내 상담'],
  ['ru', 'anna@example.com', 'Мои'],
  ['es', 'lucia@example.com', 'Mías'],
  ['vi', 'bao@example.com', 'Của tôi'],
];

for (const [locale, email, mine] of readers) {
  test(`in ${locale} the console is whole, nothing sticks out, axe finds nothing`, async ({
    browserOf,
    demo,
  }) => {
    const page = await browserOf({ viewport: { width: 390, height: 844 } });
    await signInBy(page.request, demo, email);
    const found: string[] = [];
    for (const place of ['/inbox/mine', '/tickets', '/settings/macros', '/settings/profile']) {
      await page.goto(`${demo}/console${place}`);
      await expect(page.locator('html')).toHaveAttribute('lang', locale);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      if (place === '/inbox/mine') await expect(page.getByRole('button', { name: mine })).toBeVisible();
      found.push(...(await findings(page, place)));
      const beyond = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      await expect.poll(beyond).toBeLessThanOrEqual(0);
    }
    expect(found).toEqual([]);
  });
}
