import { expect } from '@playwright/test';
import { Agent } from './agent.ts';
import { test } from './journey.ts';
import { makeTicket } from './make-ticket.ts';

test('tickets are linked, followed, and worked off by a checklist', async ({ browserOf, demo }) => {
  const mei = new Agent(await browserOf(), demo);
  const { page } = mei;
  const details = page.getByRole('complementary', { name: 'Details' });
  await mei.comeIn('mei@example.com');
  const first = await makeTicket(page, demo, { subject: 'Kettle desk', category: 'verification.rejected' });
  const second = await makeTicket(page, demo, { subject: 'Kettle vault' });
  await mei.go(`/tickets/${first.id}`);

  await test.step('a link is made, seen from both, and taken away', async () => {
    await details.getByRole('button', { name: 'Link a ticket' }).click();
    const dialog = page.getByRole('dialog', { name: 'Link a ticket' });
    await dialog.getByText('Caused by').click();
    await dialog.getByRole('searchbox').fill(`#${second.number}`);
    await dialog.getByRole('button', { name: /Kettle vault/ }).click();
    await expect(details.getByText('Caused by')).toBeVisible();
    await details.getByRole('link', { name: /Kettle vault/ }).click();
    await expect(details.getByText('Cause of')).toBeVisible();
    await details.getByRole('button', { name: `Remove the link to #${first.number}` }).click();
    await expect(details.getByText('Cause of')).toBeHidden();
  });

  await test.step('a checklist is ticked, added to and taken from', async () => {
    await mei.go(`/tickets/${first.id}`);
    await details.getByRole('checkbox', { name: 'Check the documents' }).click();
    await expect(details.getByText('1 of 2')).toBeVisible();
    const add = details.getByRole('textbox', { name: 'Add something to do' });
    await add.fill('Polish the kettle');
    await add.press('Enter');
    await expect(details.getByText('1 of 3')).toBeVisible();
    await details.getByRole('button', { name: 'Remove “Polish the kettle”' }).click();
    await expect(details.getByText('1 of 2')).toBeVisible();
  });

  await test.step('followers are chosen, and stay after a reload', async () => {
    await details.getByRole('combobox', { name: 'Followers' }).click();
    await page.getByRole('option', { name: 'Daniel Okafor' }).click();
    await page.keyboard.press('Escape');
    await page.reload();
    await expect(details.getByRole('combobox', { name: 'Followers' })).toContainText('Daniel Okafor');
  });
});
