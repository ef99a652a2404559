import { expect } from '@playwright/test';
import { findings } from './accessibility.ts';
import { Agent } from './agent.ts';
import { Customer } from './customer.ts';
import { test } from './journey.ts';
import { type RunningServer, startServer } from './server.ts';

let server: RunningServer;
test.beforeAll(async () => {
  server = await startServer(['--no-demo']);
});
test.afterAll(() => server.stop());

test('an empty installation becomes a working support desk', async ({ browserOf }) => {
  const owner = new Agent(await browserOf(), server.url);
  const { page } = owner;

  await test.step('the first person becomes the administrator', async () => {
    await owner.visit('/');
    await expect(page.getByRole('heading', { name: 'Set up Fairlead' })).toBeVisible();
    expect(await findings(page, 'set-up')).toEqual([]);
    await page.getByLabel('Organisation').fill('Harbour Exchange');
    await page.getByLabel('Name', { exact: true }).fill('Ada Berg');
    await page.getByLabel('E-mail address').fill('ada@example.com');
    await page.getByLabel('Password', { exact: true }).fill('four-anchors-and-a-kite');
    await page.getByRole('button', { name: 'Set up and sign in' }).click();
    await owner.expectSignedIn();
  });

  await test.step('a team', async () => {
    await owner.visit('/people');
    await page.getByRole('button', { name: 'Add a team' }).click();
    const dialog = page.getByRole('dialog', { name: 'Add a team' });
    await dialog.getByLabel('Name', { exact: true }).fill('Front desk');
    await dialog.getByRole('checkbox', { name: /Ada Berg/ }).click();
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByText('Front desk saved')).toBeVisible();
  });

  let snippet = '';
  await test.step('an inbox, with the tag for the pages', async () => {
    await owner.visit('/channels');
    await page
      .getByRole('link', { name: 'Add an inbox' })
      .or(page.getByRole('button', { name: 'Add an inbox' }))
      .first()
      .click();
    await page.getByLabel('Name', { exact: true }).fill('Trading page');
    await page.getByLabel('Default team').click();
    await page.getByRole('option', { name: 'Front desk' }).click();
    await page.getByRole('button', { name: 'Create inbox' }).click();
    const code = page.getByRole('region', { name: 'HTML' });
    await expect(code).toContainText(`src="${server.url}/widget/loader.js" data-inbox="`);
    snippet = await code.innerText();
  });

  await test.step('a key that signs who is signed in, its secret shown once', async () => {
    await page.getByRole('button', { name: 'Add a key' }).first().click();
    const dialog = page.getByRole('dialog', { name: 'Add a key' });
    await dialog.getByRole('button', { name: 'Make a secret' }).click();
    await expect(page.getByText('Copy the secret now. It is not shown again.')).toBeVisible();
    expect(await findings(page, 'the secret of a key')).toEqual([]);
    await page.keyboard.press('Escape');
  });

  await test.step('a page with that tag has the chat, and the desk hears its first customer', async () => {
    await owner.setPresence('Online');
    const customer = new Customer(await browserOf(), server.url, 'en');
    await customer.page.route('**/shop.html', (route) =>
      route.fulfill({
        contentType: 'text/html',
        body: `<!doctype html><html lang="en"><title>Shop</title><body><h1>Shop</h1>${snippet}</body></html>`,
      }),
    );
    await customer.page.goto(`${server.url}/shop.html`);
    await customer.open();
    await expect(customer.chat.getByText('Harbour Exchange')).toBeVisible();
    await customer.begin();
    await customer.say('Is anybody there?');
    await owner.visit('/inbox/all');
    await owner.open(/Is anybody there/);
    await owner.sendAtOnce();
    await owner.reply('Yes: Ada here.');
    await expect(customer.messages.last()).toHaveText('Yes: Ada here.');
  });

  await test.step('nobody else can set it up again', async () => {
    const late = await browserOf();
    await late.goto(`${server.url}/console/setup`);
    await expect(late.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  });
});
