import { expect } from '@playwright/test';
import { findings } from './accessibility.ts';
import { Agent } from './agent.ts';
import { Customer } from './customer.ts';
import { test } from './journey.ts';

const subject = 'My XRP deposit has no destination tag';

test('a case goes from the conversation to its solution', async ({ browserOf, demo }) => {
  const carlos = new Customer(await browserOf(), demo, 'en');
  const mei = new Agent(await browserOf(), demo);
  const { page } = mei;
  const found: string[] = [];
  const toast = (text: string | RegExp) =>
    page.locator('[role=dialog],[role=alertdialog]').filter({ hasText: text });
  await mei.comeIn('mei@example.com');
  await carlos.visit('verified-es');
  await carlos.open();
  await carlos.begin();
  await carlos.say(subject);

  await test.step('it is opened from the inbox by its key, with what the customer wrote', async () => {
    await mei.go('/inbox/all');
    await mei.open(subject);
    await expect(page.getByText('No ticket on this conversation')).toBeVisible();
    await page.keyboard.press('t');
    const dialog = page.getByRole('dialog', { name: 'Open a ticket' });
    await expect(dialog.getByRole('textbox', { name: 'Subject' })).toHaveValue(subject);
    await dialog.getByRole('combobox', { name: 'Category' }).click();
    await page.getByRole('option', { name: 'Memo or tag missing or wrong' }).click();
    found.push(...(await findings(page, 'opening a ticket')));
    await dialog.getByRole('button', { name: 'Open a ticket' }).click();
    await expect(page.getByRole('link', { name: /^Ticket #\d+ New .*Memo or tag/ })).toBeVisible();
    found.push(...(await findings(page, 'the strip')));
    await page.keyboard.press('t');
    await expect(page.getByRole('heading', { name: subject, level: 1 })).toBeVisible();
  });
  const address = page.url();
  const details = page.getByRole('complementary', { name: 'Details' });

  await test.step('evidence is checked, and says what it is', async () => {
    await details.getByRole('combobox', { name: 'Network' }).click();
    await page.getByRole('option', { name: 'XRP Ledger' }).click();
    const txid = details.getByRole('textbox', { name: /^Transaction ID/ });
    await txid.fill('not a transaction');
    await txid.press('Enter');
    await expect(details.getByText('This is not a transaction ID of the chosen network.')).toBeVisible();
    await txid.fill('4F1A6C0D9B7E35A2'.repeat(4));
    await txid.press('Enter');
    await expect(details.getByText('TXID', { exact: true })).toBeVisible();
    await expect(details.getByRole('textbox', { name: 'Memo or tag' })).toBeVisible();
  });

  await test.step('colleagues are told, and another department has work to do', async () => {
    await page.getByRole('tab', { name: 'Internal comments' }).click();
    await page.getByRole('textbox', { name: 'Comment for colleagues' }).fill('The wallet desk has seen it.');
    await page.getByRole('button', { name: 'Add comment' }).click();
    await expect(page.getByText('The wallet desk has seen it.')).toBeVisible();
    found.push(...(await findings(page, 'comments')));

    await details.getByRole('button', { name: 'Open a back-office ticket' }).click();
    const dialog = page.getByRole('dialog', { name: 'Open a back-office ticket' });
    await dialog.getByRole('textbox', { name: 'Subject' }).fill('Credit it by hand');
    await dialog.getByRole('button', { name: 'Open a back-office ticket' }).click();
    await expect(details.getByRole('link', { name: /Credit it by hand/ })).toBeVisible();
  });

  await test.step('it cannot be solved before that is done', async () => {
    await page.getByRole('button', { name: 'Solve', exact: true }).click();
    await expect(toast('1 back-office ticket has to be solved first.')).toBeVisible();
    await details.getByRole('link', { name: /Credit it by hand/ }).click();
    await expect(page.getByRole('heading', { name: 'Credit it by hand', level: 1 })).toBeVisible();
    await page.getByRole('button', { name: 'Solve', exact: true }).click();
    await expect(toast(/: Solved/)).toBeVisible();
    await expect(toast(/: Solved/)).toBeHidden();
    await details.getByRole('link', { name: new RegExp(subject) }).click();
    await page.getByRole('button', { name: 'Solve', exact: true }).click();
    await expect(page.locator('main header').getByText('Solved')).toBeVisible();
    await expect(toast(/: Solved/)).toBeVisible();
    await page.keyboard.press('z');
    await expect(page.locator('main header').getByText('Open', { exact: true })).toBeVisible();
    await page.getByRole('tab', { name: 'Time line' }).click();
    await expect(page.getByText('Ticket opened')).toBeVisible();
    found.push(...(await findings(page, 'time line')));
  });

  await test.step('many are changed at once, and taken back', async () => {
    await mei.go(`/tickets?view=open&q=${encodeURIComponent('XRP')}`);
    const row = page.getByRole('row').filter({ hasText: subject });
    await expect(row).toBeVisible();
    await row.getByRole('checkbox').click();
    found.push(...(await findings(page, 'list')));
    await page
      .getByRole('group', { name: 'Change the selected' })
      .getByRole('button', { name: 'Priority' })
      .click();
    await page.getByRole('menuitemradio', { name: 'Urgent' }).click();
    await expect(row.getByText('Urgent')).toBeVisible();
    await toast('1 ticket changed').getByRole('button', { name: 'Undo' }).click();
    await expect(row.getByText('Normal')).toBeVisible();
  });

  await test.step('it is merged into another of the customer, and apart again', async () => {
    await page.goto(address);
    await page.getByRole('button', { name: 'More actions' }).click();
    await page.getByRole('menuitem', { name: 'Merge into another ticket' }).click();
    const dialog = page.getByRole('dialog', { name: 'Merge into another ticket' });
    found.push(...(await findings(page, 'merging')));
    await dialog.getByRole('button', { name: /^#\d+ Queja por el tiempo/ }).click();
    await expect(page.getByText('This ticket was merged into another.')).toBeVisible();
    await page.getByRole('button', { name: 'Undo the merge' }).click();
    await expect(page.getByText('This ticket was merged into another.')).toBeHidden();
    await page.getByRole('button', { name: 'Solve', exact: true }).click();
    await expect(page.locator('main header').getByText('Solved')).toBeVisible();
  });

  await test.step('an administrator says when solved tickets close', async () => {
    await mei.go('/settings/tickets');
    await page.getByRole('textbox', { name: 'Reopen within' }).fill('14');
    const form = page.locator('form').filter({ has: page.getByRole('textbox', { name: 'Reopen within' }) });
    await form.getByRole('button', { name: 'Save' }).click();
    await expect(toast('Saved')).toBeVisible();
    found.push(...(await findings(page, 'settings')));
    await page.goto(address);
  });

  await test.step('in Chinese', async () => {
    await mei.menuButton.click();
    await page.getByRole('menuitem', { name: 'Language' }).click();
    await page.getByRole('menuitemradio', { name: '简体中文' }).click();
    await expect(page.locator('main header').getByText('已解决')).toBeVisible();
    found.push(...(await findings(page, 'a ticket in Chinese')));
    await mei.go('/tickets?view=open');
    await expect(page.getByRole('columnheader', { name: '负责人' })).toBeVisible();
    found.push(...(await findings(page, 'list in Chinese')));
  });
  expect(found).toEqual([]);
});
