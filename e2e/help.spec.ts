import { locales } from '@fairlead/contract';
import { expect } from '@playwright/test';
import { findingsNow } from './accessibility.ts';
import { test } from './journey.ts';

test.describe('without scripts', () => {
  test('a customer searches, reads, changes the language, says that it helped, and asks people', async ({
    browser,
    demo,
  }) => {
    const context = await browser.newContext({ javaScriptEnabled: false, locale: 'en-GB' });
    const page = await context.newPage();
    await page.goto(`${demo}/`);
    await expect(page).toHaveURL(/\/help\/en\/$/);
    await page.getByRole('searchbox').fill('memo missing');
    await page.getByRole('button', { name: 'Search' }).click();
    await page.getByRole('link', { name: /Memo or tag missing or wrong/ }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Memo or tag missing or wrong');
    await expect(page.getByRole('link', { name: 'Deposits and withdrawals' })).toBeVisible();

    await page.getByText('English', { exact: true }).first().click();
    await page.getByRole('link', { name: '日本語' }).click();
    await expect(page.locator('html')).toHaveAttribute('lang', 'ja');
    await expect(page.getByRole('heading', { level: 1 })).toContainText('メモ');
    await page.getByRole('button', { name: 'いいえ' }).click();
    await page.getByLabel('わかりにくい').check();
    await page.getByRole('button', { name: '送信' }).click();
    await expect(page.getByText('ありがとうございます')).toBeVisible();

    await page.getByRole('link', { name: '新しいお問い合わせ' }).click();
    await expect(page).toHaveURL(/\/portal\/new\/deposit_withdrawal\.missing_memo$/);
    await context.close();
  });
});

test('with scripts, suggestions come while one types and are chosen by keyboard; figures are live; the chat is one button away', async ({
  browserOf,
  demo,
}) => {
  const page = await browserOf();
  const bytes: number[] = [];
  page.on('response', async (response) => {
    if (/\/help\/.*\.js$|\/widget\/loader\.js$/.test(new URL(response.url()).pathname))
      bytes.push((await response.body()).length);
  });
  await page.goto(`${demo}/help/en/`);
  const box = page.getByRole('combobox', { name: 'Search the help center' });
  await box.pressSequentially('withdrawal fe');
  const option = page.getByRole('option', { name: 'Withdrawal fees' });
  await expect(option).toBeVisible();
  while ((await option.getAttribute('aria-selected')) !== 'true') await box.press('ArrowDown');
  await box.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Withdrawal fees');
  await expect(page.getByRole('row', { name: /USDT TRC20/ })).toContainText('1\u00a0USDT');
  await expect(page.getByText(/^Figures as of/)).toBeVisible();

  await page.getByRole('button', { name: 'No', exact: true }).click();
  await page.getByLabel('It is out of date').check();
  await page.getByLabel(/What should it say/).fill('The fee on my page is another.');
  await page.getByRole('button', { name: 'Send' }).click();
  await expect(page.getByText('Thank you. We read every answer.')).toBeVisible();

  await page.getByRole('button', { name: 'Chat with us' }).click();
  const chat = () => page.frames().find((it) => it.url().includes('/widget/frame'));
  await expect.poll(() => chat()?.getByRole('heading').first().isVisible()).toBe(true);
  expect(bytes.length).toBeGreaterThan(1);
  expect(bytes.reduce((sum, it) => sum + it, 0)).toBeLessThan(60_000);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing on its pages, ${colorScheme}, wide and narrow, from left and from right`, async ({
    browser,
    demo,
  }) => {
    const context = await browser.newContext({ colorScheme });
    const page = await context.newPage();
    const found: string[] = [];
    const article = 'deposit-and-withdrawal/missing-memo-or-tag';
    for (const [path, width] of [
      ['en/', 1440],
      ['zh-CN/', 390],
      [`en/${article}`, 1440],
      [`ar/${article}`, 390],
      ['ko/deposit-and-withdrawal', 1440],
      ['vi/search?q=memo', 390],
      ['ru/search?q=qqqqqq', 1440],
      [`es/${article}?voted=no`, 390],
      ['de/there-is-none', 1440],
    ] as const) {
      await page.setViewportSize({ width, height: 900 });
      await page.goto(`${demo}/help/${path}`);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      found.push(...(await findingsNow(page, path)));
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      if (wide > 0) found.push(`${path} is ${wide} wider than the window`);
    }
    expect(found).toEqual([]);
    await context.close();
  });
}

test('every page of the map of the site is there, in every language', async ({ request, demo }) => {
  const map = await (await request.get(`${demo}/help/sitemap.xml`)).text();
  const pages = [...map.matchAll(/<loc>([^<]+)<\/loc>/g)].map(
    ([, address]) => new URL(address ?? '').pathname,
  );
  for (const locale of locales) expect(pages).toContain(`/help/${locale}/`);
  expect(pages.length).toBeGreaterThan(500);
  const missing: string[] = [];
  for (const path of pages) if (!(await request.get(demo + path)).ok()) missing.push(path);
  expect(missing).toEqual([]);
});
