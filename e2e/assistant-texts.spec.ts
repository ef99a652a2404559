import { expect } from '@playwright/test';
import { findings, openShadowRoots } from './accessibility.ts';
import { Agent } from './agent.ts';
import { Customer } from './customer.ts';
import { test } from './journey.ts';
import { type RunningServer, startServer } from './server.ts';

// One after the other: both use the same server.
test.describe.configure({ mode: 'default' });

let server: RunningServer;
test.beforeAll(async () => {
  server = await startServer([], { assistant: true });
});
test.afterAll(() => server.stop());

for (const colorScheme of ['light', 'dark'] as const) {
  test(`a text of one’s own is checked, said at once, and let go of (${colorScheme})`, async ({
    browserOf,
  }) => {
    const lead = new Agent(await browserOf({ colorScheme }), server.url);
    const { page } = lead;
    const found: string[] = [];
    const own = `Good <b>luck</b> in the ${colorScheme}.`;
    await lead.comeIn('mei@example.com', '/assistant?tab=texts');

    await test.step('one that lacks what it must name is refused while it is written', async () => {
      await page.getByRole('searchbox', { name: 'Search texts' }).fill('reached the exchange');
      found.push(...(await findings(page, 'texts')));
      await page.getByRole('button', { name: /reached the exchange on/ }).click();
      const dialog = page.getByRole('dialog', { name: 'Text in English' });
      await dialog.getByLabel('What is said').fill('{amount} over {network} is here.');
      await expect(dialog.getByText('does not name “at”')).toBeVisible();
      found.push(...(await findings(page, 'a text that does not fit')));
      await dialog.getByLabel('What is said').fill('{amount} over {network} is here since {at}.');
      await expect(dialog.getByText('1,200.5 USDT over TRC20 is here since')).toBeVisible();
      found.push(...(await findings(page, 'a text with its preview')));
      await dialog.getByRole('button', { name: 'Cancel' }).click();
    });

    await test.step('the next answer says it, as it is written', async () => {
      await page.getByRole('searchbox', { name: 'Search texts' }).fill('glad that helped');
      await page.getByRole('button', { name: /Glad that helped/ }).click();
      const dialog = page.getByRole('dialog', { name: 'Text in English' });
      await dialog.getByLabel('What is said').fill(own);
      await dialog.getByRole('button', { name: 'Save', exact: true }).click();
      await expect(dialog).toHaveCount(0);
      await page.getByRole('searchbox', { name: 'Search texts' }).fill('');
      await page.getByRole('radio', { name: 'Own' }).click();
      await expect(page.getByRole('main').getByText(own)).toBeVisible();
      found.push(...(await findings(page, 'texts of one’s own')));

      const chat = await browserOf();
      await openShadowRoots(chat);
      const customer = new Customer(chat, server.url, 'en');
      await customer.visit(null);
      await customer.open();
      await customer.begin();
      await customer.say('Thank you so much!');
      await expect(customer.messages.last()).toContainText(own);
      await expect(customer.messages.last().locator('b')).toHaveCount(0);
    });

    await test.step('it is said as shipped again', async () => {
      await page.getByRole('button', { name: own }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Say it as shipped' }).click();
      await expect(page.getByText('Everything is said as it is shipped in this language.')).toBeVisible();
    });
    expect(found).toEqual([]);
  });
}
