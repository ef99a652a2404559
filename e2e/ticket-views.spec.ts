import { expect, type Page } from '@playwright/test';
import { Agent } from './agent.ts';
import { test } from './journey.ts';
import { makeTicket } from './make-ticket.ts';

const toastOf = (page: Page, text: string | RegExp) =>
  page.locator('[role=dialog],[role=alertdialog]').filter({ hasText: text });

test('many tickets are changed at once and put back; a view is saved, edited and deleted', async ({
  browserOf,
  demo,
}) => {
  const mei = new Agent(await browserOf(), demo);
  const { page } = mei;
  await mei.comeIn('mei@example.com');
  for (const at of ['one', 'two', 'three']) await makeTicket(page, demo, { subject: `Quince crate ${at}` });
  await mei.go('/tickets?view=open&q=Quince');
  const rows = page.getByRole('row').filter({ hasText: 'Quince crate' });
  await expect(rows).toHaveCount(3);

  await test.step('bulk, and undo', async () => {
    await page.getByRole('checkbox', { name: 'Select all' }).click();
    await page
      .getByRole('group', { name: 'Change the selected' })
      .getByRole('button', { name: 'Priority' })
      .click();
    await page.getByRole('menuitemradio', { name: 'High' }).click();
    await expect(rows.getByText('High')).toHaveCount(3);
    await toastOf(page, '3 tickets changed').getByRole('button', { name: 'Undo' }).click();
    await expect(rows.getByText('Normal')).toHaveCount(3);
  });

  await test.step('a view', async () => {
    await mei.go('/tickets?view=open');
    await page.getByRole('button', { name: 'Save a view' }).click();
    const dialog = page.getByRole('dialog', { name: 'Save a view' });
    await dialog.getByRole('textbox', { name: 'Name' }).fill('Quince');
    await dialog.getByRole('button', { name: 'Save' }).click();
    const views = page.getByRole('navigation', { name: 'Ticket views' });
    await views.getByRole('link', { name: /^Quince/ }).click();
    await views.getByRole('button', { name: 'Edit Quince' }).click();
    const edit = page.getByRole('dialog', { name: 'Edit Quince' });
    await edit.getByRole('textbox', { name: 'Name' }).fill('Quince and pear');
    await edit.getByRole('button', { name: 'Save' }).click();
    await expect(views.getByRole('link', { name: /^Quince and pear/ })).toBeVisible();
    await views.getByRole('button', { name: 'Edit Quince and pear' }).click();
    await page.getByRole('button', { name: 'Delete the view' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Delete the view' }).click();
    await expect(views.getByRole('link', { name: /^Quince/ })).toBeHidden();
  });
});
