import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { expect, type Page } from '@playwright/test';
import { Agent } from './agent.ts';
import { Customer } from './customer.ts';
import { test } from './journey.ts';
import { type RunningServer, startServer } from './server.ts';

const images = fileURLToPath(new URL('../docs/images', import.meta.url));

let server: RunningServer;
test.beforeAll(async () => {
  server = await startServer();
});
test.afterAll(() => server.stop());

/** UPDATE_PICTURES=1 puts them where the README shows them; otherwise they stay with the results of the test. */
async function takePicture(page: Page, name: string) {
  const folder = process.env['UPDATE_PICTURES'] === '1' ? images : test.info().outputDir;
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: `${folder}/${name}.png`, animations: 'disabled', caret: 'hide' });
}

test('the pictures of the README can be taken', async ({ browserOf }) => {
  const mei = new Agent(await browserOf(), server.url);
  const amelia = new Customer(await browserOf({ timezoneId: 'Europe/London' }), server.url, 'en');

  await test.step('a conversation at both ends', async () => {
    await mei.comeIn('mei@example.com');
    await mei.setPresence('Online');
    await amelia.visit('pro-en', 'dark');
    await expect(amelia.page.getByRole('img', { name: /^Candlestick chart of BTC/ })).toBeVisible();
    await expect(amelia.page.getByRole('status').filter({ hasText: 'Chat: signed in' })).toBeVisible();
    await takePicture(amelia.page, 'playground');
    await amelia.open();
    await amelia.begin();
    await amelia.say('My USDT deposit on TRC20 has 40 confirmations, but the balance has not moved.');
    await amelia.say('TXID a8f5f167f44f4964e6c998dee827110c7f1b1a3f0e6f2a9b6c1f6a0d4e2b9c73');
    await mei.open(/Amelia Hart/);
    await mei.sendAtOnce();
    await mei.reply('Thank you, Amelia. I see it on the chain: the wallet for TRON is being maintained.');
    await mei.reply('It is credited by itself within ten minutes, you need not do anything.');
    await amelia.say('Good to know, thanks!');
    await expect(amelia.mark('Good to know')).toHaveText(amelia.text('message.read'));
    await takePicture(amelia.page, 'widget');
  });

  await test.step('the console in both themes', async () => {
    await mei.show('All open');
    await mei.open(/Good to know/);
    await expect(mei.messages).toHaveCount(5);
    await mei.composer.fill('You are welcome. Is there');
    await mei.page.mouse.move(0, 0);
    await takePicture(mei.page, 'console-inbox');
    await mei.page.emulateMedia({ colorScheme: 'dark' });
    await expect(mei.page.locator('html')).toHaveAttribute('data-theme', 'dark');
    await takePicture(mei.page, 'console-inbox-dark');
  });

  await test.step('a ticket', async () => {
    await mei.page.emulateMedia({ colorScheme: 'light' });
    await mei.go('/tickets');
    const rows = mei.page.getByRole('row');
    await expect(rows.nth(1)).toBeVisible();
    await takePicture(mei.page, 'console-tickets');
  });
});
