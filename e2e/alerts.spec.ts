import { type Market, startMailbox, startMarket } from '@fairlead/server/testing/outside';
import { expect } from '@playwright/test';
import { findings } from './accessibility.ts';
import { Agent } from './agent.ts';
import { Customer } from './customer.ts';
import { test } from './journey.ts';
import { type RunningServer, startServer } from './server.ts';

/** Of its own: its exchange's prices move as the journey says, and it sends letters. */
let server: RunningServer;
let market: Market;
let mailbox: Awaited<ReturnType<typeof startMailbox>>;
test.beforeAll(async () => {
  market = await startMarket();
  mailbox = await startMailbox();
  server = await startServer([`--smtp-url=${mailbox.url}`], { settings: { EXCHANGE_URL: market.url } });
});
test.afterAll(async () => {
  await server.stop();
  await market.stop();
  await mailbox.stop();
});

/** The market is looked at every quarter of a minute. */
const patience = { timeout: 45_000 };

test('a customer sets an alert, is told when the price gets there, and stops it all by the letter', async ({
  browserOf,
}) => {
  test.setTimeout(240_000);
  const chat = new Customer(await browserOf(), server.url, 'en');
  const page = await browserOf();
  const found: string[] = [];
  await chat.visit('pro-en');
  await chat.open();
  await chat.begin();
  await chat.say('Hello, I trade here');
  await page.goto(`${server.url}/playground/?customer=pro-en&locale=en&theme=light`);
  await page.getByRole('link', { name: 'My tickets' }).click();
  await page.getByRole('link', { name: 'Market alerts' }).click();
  const form = page.locator('form', { has: page.getByRole('heading', { name: 'New alert' }) });
  const line = (words: string) => page.getByRole('listitem').filter({ hasText: words });

  await test.step('they set an alert', async () => {
    await expect(page.getByText('You have no alerts yet.')).toBeVisible();
    await expect(form.getByText('Now at 60,000 USDT')).toBeVisible();
    found.push(...(await findings(page, 'no alerts')));
    await form.getByLabel('Price in USDT').fill('61000');
    await form.getByRole('button', { name: 'Set alert' }).click();
    await expect(line('BTC above 61,000 USDT').getByText('Watching')).toBeVisible();
  });

  await test.step('one that was deleted comes back', async () => {
    await form.getByLabel('Tell me when').selectOption('it moves within 24 hours by');
    await form.getByLabel('Percent').fill('50');
    await form.getByLabel('Tell me every time, not only once').check();
    await form.getByRole('button', { name: 'Set alert' }).click();
    const moves = line('BTC moves 50% within 24 hours');
    await moves.getByRole('button', { name: 'Delete' }).click();
    await expect(moves).toHaveCount(0);
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(moves.getByText('Every time')).toBeVisible();
    await moves.getByRole('button', { name: 'Pause' }).click();
    await expect(moves.getByText('Paused')).toBeVisible();
  });

  await test.step('they say how they are told, and look at the brief', async () => {
    const prefs = page.locator('form', { has: page.getByRole('heading', { name: 'How we tell you' }) });
    await expect(prefs.getByText('By e-mail to a…@example.com')).toBeVisible();
    await prefs.getByLabel('Daily market brief').check();
    await prefs.getByLabel('Assets').fill('btc, eth');
    await prefs.getByRole('button', { name: 'Save' }).click();
    await expect(prefs.getByText('Saved')).toBeVisible();
    await prefs.getByRole('button', { name: 'Show the brief as of now' }).click();
    await expect(prefs.getByText(/ETH: 3,000 USDT, 0% in 24 hours/)).toBeVisible();
    await expect(prefs.getByText(/not investment advice/)).toBeVisible();
    found.push(...(await findings(page, 'alerts and the brief')));
    await page.setViewportSize({ width: 390, height: 844 });
    const wide = () => page.evaluate(() => document.documentElement.scrollWidth);
    expect(await wide()).toBeLessThanOrEqual(390);
    await page.setViewportSize({ width: 1440, height: 900 });
  });

  const said = 'BTC has risen above 61,000 USDT and stands at 61,500 USDT.';
  const link =
    await test.step('the price gets there: it stands in the chat, in the portal and in a letter', async () => {
      market.prices.set('BTC', { last: 61_500, open: 60_000 });
      await expect(chat.messages.last()).toContainText(said, patience);
      await expect(page.getByText(said)).toBeVisible(patience);
      await expect(line('BTC above 61,000 USDT').getByText('Done')).toBeVisible();
      const letter = await mailbox.next();
      expect(letter.to).toBe('amelia.hart@example.com');
      expect(letter.text).toContain(said);
      expect(letter.headers).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click/m);
      return /\S+\/portal\/alerts\/stop#stop=\S+/.exec(letter.text)?.[0] ?? '';
    });

  await test.step('the link of the letter stops everything, by a press and without signing in', async () => {
    const elsewhere = await browserOf();
    await elsewhere.goto(link);
    found.push(...(await findings(elsewhere, 'the link of a letter')));
    await elsewhere.getByRole('button', { name: 'Yes, stop everything' }).click();
    await expect(elsewhere.getByText('Everything is stopped')).toBeVisible();
    await page.reload();
    await expect(page.getByText('Everything is stopped')).toBeVisible();
    await page.getByRole('button', { name: 'Send again' }).click();
    await expect(page.getByText('Everything is stopped')).toHaveCount(0);
  });

  await test.step('an agent sees them beside the conversation and stops them; the customer reads why', async () => {
    const mei = new Agent(await browserOf(), server.url);
    await mei.comeIn('mei@example.com', '/inbox/all');
    await mei.open(/Chat Amelia Hart/);
    const card = mei.page.locator('section', {
      has: mei.page.getByRole('heading', { name: 'Market alerts' }),
    });
    await expect(card.getByText('BTC above 61,000 USDT')).toBeVisible();
    await card.getByRole('button', { name: 'Stop the alerts…' }).click();
    const dialog = mei.page.getByRole('dialog');
    await dialog.getByRole('combobox').click();
    await mei.page.getByRole('option', { name: 'To protect the account' }).click();
    await dialog.getByLabel('How you know').fill('Somebody else sets alerts there.');
    found.push(...(await findings(mei.page, 'stopping alerts')));
    await dialog.getByRole('button', { name: 'Stop', exact: true }).click();
    await expect(card.getByText('Stopped by staff')).toBeVisible();
    await expect(card.getByText('Somebody else sets alerts there.')).toBeVisible();
    found.push(...(await findings(mei.page, 'alerts beside a conversation')));
    await page.reload();
    await expect(page.getByText('Our staff have stopped your market alerts to protect')).toBeVisible();
    await expect(page.getByRole('heading', { name: 'New alert' })).toHaveCount(0);
    found.push(...(await findings(page, 'alerts that staff stopped')));
    await card.getByRole('button', { name: 'Let them be sent again…' }).click();
    await dialog.getByLabel('How you know').fill('It was the customer after all.');
    await dialog.getByRole('button', { name: 'Send again' }).click();
    await expect(card.getByText('Stopped by staff')).toHaveCount(0);
  });

  await test.step('an administrator takes a kind away, and switches it all off', async () => {
    const admin = new Agent(await browserOf(), server.url);
    await admin.comeIn('mei@example.com', '/settings/alerts');
    await admin.page.getByRole('checkbox', { name: 'a move in percent within an hour' }).click();
    await admin.page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(admin.page.getByText(/Changed last by/)).toBeVisible();
    found.push(...(await findings(admin.page, 'what there is of alerts')));
    await page.reload();
    const kinds = form.getByLabel('Tell me when').getByRole('option');
    await expect(kinds).toHaveCount(4);
    await admin.page.getByRole('switch', { name: 'Market alerts and briefs are sent' }).click();
    await admin.page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(admin.page.getByText('Saved', { exact: true }).first()).toBeVisible();
    await page.reload();
    await expect(page.getByText('Market alerts are switched off at the moment.')).toBeVisible();
  });
  expect(found).toEqual([]);
});
