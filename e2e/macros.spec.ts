import { expect } from '@playwright/test';
import { findings } from './accessibility.ts';
import { Agent } from './agent.ts';
import { Customer } from './customer.ts';
import { test } from './journey.ts';

const question = 'Where is the XRP that I sent this morning?';

test('a macro is kept, put in by a slash, held back while something is open, and counted', async ({
  browserOf,
  demo,
}) => {
  const carlos = new Customer(await browserOf(), demo, 'en');
  const mei = new Agent(await browserOf(), demo);
  const { page } = mei;
  const found: string[] = [];
  await mei.comeIn('mei@example.com');

  await test.step('it is written in two languages, and says what it does not know', async () => {
    await mei.go('/settings/macros');
    await page.getByRole('button', { name: 'New macro' }).click();
    const dialog = page.getByRole('dialog', { name: 'New macro' });
    await dialog.getByRole('textbox', { name: 'Name' }).fill('Seen it');
    await dialog.getByRole('textbox', { name: 'Folder' }).fill('Journeys');
    const text = dialog.getByRole('textbox', { name: 'Text in English' });
    await text.fill('Hello {customer.shoe}');
    await expect(dialog.getByText('There is no {customer.shoe}')).toBeVisible();
    await text.fill('This is {agent.name}. Your ticket is #{ticket.number}.');
    await expect(dialog.getByText('This is Mei. Your ticket is #10423.')).toBeVisible();
    found.push(...(await findings(page, 'writing a macro')));
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect(dialog).toBeHidden();
    await expect(page.getByText('Not used yet').first()).toBeVisible();
    found.push(...(await findings(page, 'the macros')));
  });

  await test.step('a slash finds it and shows how it reads here', async () => {
    await carlos.visit('verified-es');
    await carlos.open();
    await carlos.begin();
    await carlos.say(question);
    await mei.go('/inbox/all');
    await mei.open(question);
    const field = page.getByRole('textbox', { name: /^Reply to/ });
    await field.fill('/seen');
    await expect(page.getByRole('option', { name: /Seen it/ })).toBeVisible();
    await expect(page.getByText(/^This is Mei/)).toBeVisible();
    found.push(...(await findings(page, 'the menu of macros')));
    await field.press('Enter');
    await expect(field).toHaveValue(/Your ticket is #\{ticket\.number\}\./);
    await expect(page.getByText('Fill in {ticket.number} before you send')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Send', exact: true })).toBeDisabled();
    found.push(...(await findings(page, 'a reply with an open place')));
    await field.fill('This is Mei. I am looking at it.');
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await expect(carlos.messages.filter({ hasText: 'I am looking at it.' })).toHaveCount(1, {
      timeout: 15_000,
    });
  });

  await test.step('it was used in one message', async () => {
    await mei.go('/settings/macros');
    await expect(page.getByText(/Used in 1 message/)).toBeVisible();
  });
  expect(found).toEqual([]);
});
