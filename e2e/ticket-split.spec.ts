import { expect } from '@playwright/test';
import { findings } from './accessibility.ts';
import { Agent } from './agent.ts';
import { Customer } from './customer.ts';
import { test } from './journey.ts';

test('a message is split off into a ticket of its own', async ({ browserOf, demo }) => {
  const ana = new Customer(await browserOf(), demo, 'en');
  const mei = new Agent(await browserOf(), demo);
  const { page } = mei;
  await mei.comeIn('mei@example.com');
  await ana.visit(null);
  await ana.open();
  await ana.begin();
  await ana.say('My withdrawal of lanterns hangs');
  await ana.say('And my umbrella voucher is missing');
  await mei.go('/inbox/all');
  await mei.open('umbrella voucher');
  // Until then nobody hears the key.
  await expect(page.getByText('No ticket on this conversation')).toBeVisible();
  await page.keyboard.press('t');
  await page
    .getByRole('dialog', { name: 'Open a ticket' })
    .getByRole('button', { name: 'Open a ticket' })
    .click();
  await expect(page.getByRole('link', { name: /^Ticket #\d+ New/ })).toBeVisible();
  await page.keyboard.press('t');
  await page.getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: 'Split off a message' }).click();
  const dialog = page.getByRole('dialog', { name: 'Split off a message' });
  await dialog.getByText('And my umbrella voucher is missing').click();
  const found = await findings(page, 'splitting');
  await dialog.getByRole('button', { name: 'Split off a message' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('umbrella voucher');
  await expect(mei.messages.filter({ hasText: 'umbrella voucher' })).toBeVisible();
  await expect(page.getByRole('complementary', { name: 'Details' }).getByText('Related to')).toBeVisible();
  expect(found).toEqual([]);
});
