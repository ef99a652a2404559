import { expect } from '@playwright/test';
import { findings } from './accessibility.ts';
import { Agent } from './agent.ts';
import { Customer } from './customer.ts';
import { test } from './journey.ts';
import { pngFile } from './png.ts';

const txid = '9C51E7A04D2B8F3610A7C2D9E85B4F7061D3A29C8E5F1B7D4063A9E2C7F8B015';
const said = `I sent 412.5 XRP without the tag, TXID ${txid}`;

test('evidence is taken from what the customer wrote, and files are kept together', async ({
  browserOf,
  demo,
}) => {
  const linh = new Customer(await browserOf(), demo, 'en');
  const mei = new Agent(await browserOf(), demo);
  const { page } = mei;
  const found: string[] = [];
  await mei.comeIn('mei@example.com');
  await linh.visit(null);
  await linh.open();
  await linh.begin();
  await linh.attach(pngFile('deposit.png', [200, 80, 40]));
  await linh.say(said);
  await mei.go('/inbox/all');
  await mei.open(said.slice(0, 30));
  // Until then nobody hears the key.
  await expect(page.getByText('No ticket on this conversation')).toBeVisible();
  await page.keyboard.press('t');
  const dialog = page.getByRole('dialog', { name: 'Open a ticket' });
  await dialog.getByRole('combobox', { name: 'Category' }).click();
  await page.getByRole('option', { name: 'Memo or tag missing or wrong' }).click();
  await dialog.getByRole('button', { name: 'Open a ticket' }).click();
  await expect(page.getByRole('link', { name: /^Ticket #\d+ New .*Memo or tag/ })).toBeVisible();
  await page.keyboard.press('t');
  const details = page.getByRole('complementary', { name: 'Details' });
  const seen = details.getByRole('region', { name: 'Found in messages and pictures' });
  const field = (name: RegExp | string) => details.getByRole('textbox', { name });

  await test.step('what was found is filled in by one click, and taken out again', async () => {
    await seen.getByRole('button', { name: 'Fill in: Transaction ID (TXID)' }).click();
    await expect(field(/^Transaction ID/)).toHaveValue(txid);
    await seen.getByRole('button', { name: 'Fill in: Amount and Coin' }).click();
    await expect(field(/^Amount/)).toHaveValue('412.5');
    await expect(field(/^Coin/)).toHaveValue('XRP');
    await expect(seen.getByText('In the form')).toHaveCount(2);
    await page
      .locator('[role=dialog]')
      .filter({ hasText: 'Filled in: Amount and Coin' })
      .getByRole('button', { name: 'Undo' })
      .click();
    await expect(field(/^Amount/)).toHaveValue('');
    await expect(field(/^Transaction ID/)).toHaveValue(txid);
    found.push(...(await findings(page, 'found in words')));
  });

  await test.step('more of it comes while the customer writes', async () => {
    await linh.say('The order was 357632718898331');
    await expect(seen.getByRole('button', { name: 'Copy 357632718898331' })).toBeVisible();
  });

  await test.step('a comment carries a file, and all files stand together', async () => {
    await page.getByRole('tab', { name: 'Internal comments' }).click();
    await mei.attach(pngFile('explorer.png', [40, 80, 200]));
    await page.getByRole('button', { name: 'Add comment' }).click();
    await expect(page.getByRole('button', { name: 'Enlarge explorer.png' })).toBeVisible();
    found.push(...(await findings(page, 'a comment with a file')));
    await page.getByRole('tab', { name: 'Files' }).click();
    const files = page.getByRole('tabpanel', { name: 'Files' }).getByRole('listitem');
    await expect(files).toHaveCount(2);
    await expect(files.first()).toContainText('deposit.png');
    await expect(files.first()).toContainText('In a message');
    await expect(files.last()).toContainText(/In a comment.*Mei/s);
    found.push(...(await findings(page, 'files')));
    await files.first().getByRole('button', { name: 'Enlarge deposit.png' }).click();
    await expect(page.getByRole('dialog', { name: 'deposit.png' })).toBeVisible();
  });
  expect(found).toEqual([]);
});
