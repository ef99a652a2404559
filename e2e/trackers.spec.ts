import { expect, type Page } from '@playwright/test';
import { findings } from './accessibility.ts';
import { Agent } from './agent.ts';
import { test } from './journey.ts';
import { makeTicket } from './make-ticket.ts';

const toastOf = (page: Page, text: string | RegExp) =>
  page.locator('[role=dialog],[role=alertdialog]').filter({ hasText: text });

test('tickets of one cause are put on a tracker and solved together', async ({ browserOf, demo }) => {
  const mei = new Agent(await browserOf(), demo);
  const { page } = mei;
  await mei.comeIn('mei@example.com');
  const tracker = await makeTicket(page, demo, { subject: 'Harbour chain halted', tracker: true });
  for (const at of ['north', 'south']) await makeTicket(page, demo, { subject: `Harbour deposit ${at}` });
  await mei.go('/tickets?view=open&q=Harbour%20deposit');
  await expect(page.getByRole('row').filter({ hasText: 'Harbour deposit' })).toHaveCount(2);
  await page.getByRole('checkbox', { name: 'Select all' }).click();
  const bar = page.getByRole('group', { name: 'Change the selected' });
  await bar.getByRole('button', { name: 'Put on a tracker' }).click();
  const dialog = page.getByRole('dialog', { name: 'Put 2 tickets on a tracker' });
  await dialog.getByRole('option', { name: /Harbour chain halted/ }).click();
  await expect(toastOf(page, '2 tickets added')).toBeVisible();
  await mei.go(`/tickets/${tracker.id}`);
  await expect(page.getByText('2 tickets on this tracker')).toBeVisible();
  const found = await findings(page, 'a tracker');
  await page.getByRole('button', { name: 'Solve all' }).click();
  await page
    .getByRole('alertdialog')
    .or(page.getByRole('dialog'))
    .getByRole('button', { name: 'Solve all' })
    .click();
  await expect(page.getByText('Done: 2 of 2').or(page.getByText('Done: 3 of 3'))).toBeVisible();
  expect(found).toEqual([]);
});
