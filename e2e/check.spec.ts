import { expect } from '@playwright/test';
import { findings } from './accessibility.ts';
import { test } from './journey.ts';

/** A deposit of the demo that came without its memo. */
const withoutMemo = '4F1A6C0D9B7E35A28C60F1D94E7B02A35C8D6E19F0B4A7C2D3E58F6071B9A4C6';

test('a customer looks into a deposit by themselves, and opens a ticket with what was found', async ({
  browserOf,
  demo,
}) => {
  const page = await browserOf();
  const found: string[] = [];
  await page.goto(`${demo}/playground/?customer=verified&locale=en&theme=light`);
  await page.getByRole('link', { name: 'My tickets' }).click();
  await page.getByRole('link', { name: 'Check it yourself' }).click();
  await expect(page.getByRole('heading', { name: 'Check it yourself' })).toBeVisible();
  await expect(page.getByRole('listitem')).toHaveCount(8);
  found.push(...(await findings(page, 'all checks')));

  await test.step('one thing is asked after the other, and a step back asks nothing again', async () => {
    await page.getByRole('link', { name: /^Fees and limits/ }).click();
    const fees = page.getByRole('region', { name: 'Fees and limits' });
    await fees.getByRole('button', { name: 'USDT' }).click();
    await expect(fees).toBeFocused();
    found.push(...(await findings(page, 'a question')));
    await fees.getByRole('button', { name: 'TRC20' }).click();
    await expect(fees.getByRole('status')).toContainText('USDT');
    await expect(fees.getByRole('heading', { name: 'What happens next' })).toBeVisible();
    await fees.getByRole('button', { name: 'One step back' }).click();
    await expect(fees.getByRole('button', { name: 'TRC20' })).toBeVisible();
    await page.getByRole('link', { name: 'All checks' }).click();
  });

  const check = page.getByRole('region', { name: 'Find a deposit' });
  await test.step('a deposit is told apart by its transaction', async () => {
    await page.getByRole('link', { name: /^Find a deposit/ }).click();
    // What waits in the demo depends on the hour: one is told of at once, of several one is chosen.
    await check
      .getByRole('button', { name: 'A different deposit' })
      .or(check.getByText('I mean another one'))
      .click();
    await check.getByLabel('Transaction ID (TXID)').fill(withoutMemo);
    await check.getByRole('button', { name: 'Go on' }).click();
  });

  await test.step('it says what was found, what happens next, and fills in the ticket', async () => {
    await expect(check.getByRole('status')).toContainText(/memo/i);
    await expect(check.getByRole('status')).not.toContainText('A colleague must look at this');
    await expect(check.getByRole('heading', { name: 'What happens next' })).toBeVisible();
    await expect(check.getByText(/A colleague must look at this/)).toHaveCount(1);
    await expect(check.getByText(/^As of /)).toBeVisible();
    found.push(...(await findings(page, 'an answer')));
    const open = check.getByRole('button', { name: 'Open a ticket with what we know' });
    // Of a text in the colour of what it stands on, axe says nothing.
    const [ink, ground] = await open.evaluate((it) => [
      getComputedStyle(it).color,
      getComputedStyle(it).backgroundColor,
    ]);
    expect(ink).not.toBe(ground);
    await open.click();
    await expect(page.getByText('Memo or tag missing').first()).toBeVisible();
    await expect(page.getByLabel('Transaction ID (TXID)')).toHaveValue(withoutMemo);
    await expect(page.getByLabel('Subject')).not.toHaveValue('');
  });
  expect(found).toEqual([]);
});

test('the checks on a phone, from right to left', async ({ browserOf, demo }) => {
  const page = await browserOf({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  await page.goto(`${demo}/playground/?customer=verified&locale=en&theme=light`);
  await page.getByRole('link', { name: 'My tickets' }).click();
  await expect(page.getByRole('heading', { name: 'My tickets' })).toBeVisible();
  const found: string[] = [];
  for (const path of ['check', 'check/fees', 'check/withdrawal']) {
    await page.goto(`${demo}/portal/${path}?lang=ar`);
    await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    if (path !== 'check') await expect(page.getByRole('region').getByRole('status')).toBeVisible();
    found.push(...(await findings(page, path)));
    const { wide, screen } = await page.evaluate(() => ({
      wide: document.documentElement.scrollWidth,
      screen: document.documentElement.clientWidth,
    }));
    expect(wide, `the width of ${path}`).toBe(screen);
  }
  expect(found).toEqual([]);
});
