import { expect } from '@playwright/test';
import { findings } from './accessibility.ts';
import { Agent } from './agent.ts';
import { type FeeExchange, startFeeExchange } from './fee-exchange.ts';
import { test } from './journey.ts';
import { type RunningServer, startServer } from './server.ts';

// One after the other: both use the same server.
test.describe.configure({ mode: 'default' });

let server: RunningServer;
let exchange: FeeExchange;
test.beforeAll(async () => {
  exchange = await startFeeExchange('1');
  server = await startServer([], { settings: { EXCHANGE_URL: exchange.url } });
});
test.afterAll(async () => {
  await server.stop();
  await exchange.stop();
});

test('an example is kept and run, and settings that break it are refused, saved anyway and rolled back', async ({
  browserOf,
}) => {
  test.slow();
  const lead = new Agent(await browserOf(), server.url);
  const { page } = lead;
  const found: string[] = [];
  const question = 'withdrawal';
  await lead.comeIn('mei@example.com', '/assistant');

  await test.step('what is tried is kept by one press', async () => {
    await page.getByRole('textbox', { name: 'Question' }).fill(question);
    await page.getByRole('textbox', { name: 'Question' }).press('Enter');
    await page.getByRole('button', { name: 'Keep as example' }).click();
    const dialog = page.getByRole('dialog', { name: 'Keep as example' });
    await expect(dialog.getByLabel('What the customer writes')).toHaveValue(question);
    found.push(...(await findings(page, 'an example is kept')));
    await dialog.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(page.getByText('Kept', { exact: true }).first()).toBeVisible();
  });

  await test.step('all examples are run, and are right', async () => {
    await page.getByRole('tab', { name: 'Results' }).click();
    await expect(page.getByText('97 examples')).toBeVisible();
    await page.getByRole('button', { name: 'Run now' }).click();
    await expect(page.getByText('Every example was right.')).toBeVisible({ timeout: 60_000 });
    await expect(page.getByRole('region', { name: 'Results by language' }).getByRole('row')).toHaveCount(9);
    found.push(...(await findings(page, 'results')));
  });

  await test.step('a threshold that breaks it is refused, with what would go wrong', async () => {
    await page.getByRole('tab', { name: 'Settings' }).click();
    for (const name of [
      'Answer',
      'Answer with care',
      'Ask what is meant',
      'None of the exchange’s business',
    ]) {
      const slider = page.getByRole('slider', { name, exact: true });
      await slider.focus();
      await slider.press('End');
    }
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: 'Fewer examples would be right' });
    await expect(dialog.getByRole('alert').first()).toContainText('English');
    await expect(dialog.getByText(question, { exact: true })).toBeVisible();
    found.push(...(await findings(page, 'settings refused')));
    await dialog.getByRole('button', { name: 'Save anyway' }).click();
    await expect(dialog.getByText('Say why.')).toBeVisible();
    await dialog.getByLabel('Why it is saved anyway').fill('Trying it for a day.');
    await dialog.getByRole('button', { name: 'Save anyway' }).click();
    await expect(dialog).toHaveCount(0);
    await expect(page.getByText('Saved though fewer are right: Trying it for a day.')).toBeVisible();
  });

  await test.step('what held before holds again', async () => {
    found.push(...(await findings(page, 'versions')));
    await page.getByRole('button', { name: 'Roll back to version 1' }).click();
    await expect(page.getByText('Brought back version 1')).toBeVisible({ timeout: 30_000 });
    await expect(page.getByRole('slider', { name: 'Answer', exact: true })).toHaveValue('50');
  });

  await test.step('an example opens where it is tried', async () => {
    await page.getByRole('tab', { name: 'Results' }).click();
    await page
      .getByRole('link', { name: `Open in Try: ${question}`, exact: true })
      .first()
      .click();
    await expect(
      page.getByRole('log', { name: 'Conversation' }).getByText(question, { exact: true }),
    ).toBeVisible();
  });
  expect(found).toEqual([]);
});

test('a changed fee flags the article that types out the old one', async ({ browserOf }) => {
  test.slow();
  const editor = new Agent(await browserOf(), server.url);
  const { page } = editor;
  const found: string[] = [];
  await editor.comeIn('mei@example.com', '/articles/insight?tab=drift');
  const rows = page.getByRole('region', { name: 'Out of date by the exchange' });
  const look = page.getByRole('button', { name: 'Look now' });
  await test.step('as long as nothing changes nothing is flagged', async () => {
    const headers = { 'x-fairlead-console': '1' };
    const categories = await page.request.get(`${server.url}/api/articles/categories`, { headers });
    const { items } = (await categories.json()) as { items: Array<{ id: string }> };
    const made = await page.request.post(`${server.url}/api/articles`, {
      headers,
      data: {
        categoryId: items[0]?.id,
        slug: 'fees-in-plain-text',
        visibility: 'public',
        sourceLocale: 'en',
        text: {
          title: 'Fees in plain text',
          summary: '',
          body: 'The withdrawal fee of USDT on TRC20 is 1 USDT.',
        },
      },
    });
    expect(made.ok()).toBe(true);
    await look.click();
    await expect(look).toBeEnabled();
    await expect(page.getByText('No text is out of date by the exchange')).toBeVisible();
    found.push(...(await findings(page, 'nothing has changed')));
  });

  await test.step('the fee changes: the text is named, and is settled', async () => {
    exchange.setFee('2.5');
    // What the exchange said is kept for a minute, but not over a restart.
    await server.restart();
    await page.reload();
    await look.click();
    const row = rows.getByRole('row').filter({ hasText: 'Fees in plain text' });
    await expect(row).toHaveCount(1);
    await expect(row.getByText('2.5')).toBeVisible();
    // A macro of the demo types the fee out as well, in seven languages.
    await expect(rows.getByRole('row').filter({ hasText: 'Withdrawal fee over TRC20' })).toHaveCount(7);
    found.push(...(await findings(page, 'a figure has changed')));
    await row.getByRole('button', { name: 'Done: Fees in plain text' }).click();
    await expect(row).toHaveCount(0);
    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    await expect(row).toHaveCount(1);
  });
  expect(found).toEqual([]);
});

test('a set of examples is begun, run alone, and removed with its examples', async ({ browserOf }) => {
  const lead = new Agent(await browserOf(), server.url);
  const { page } = lead;
  const found: string[] = [];
  await lead.comeIn('mei@example.com', '/assistant?tab=results');
  await page.getByRole('button', { name: 'New set' }).click();
  const begun = page.getByRole('dialog', { name: 'New set' });
  await begun.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(begun.getByText('Call it something.')).toBeVisible();
  await begun.getByLabel('Name').fill('Launch week');
  found.push(...(await findings(page, 'a new set')));
  await begun.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('No examples', { exact: true })).toBeVisible();

  await page.getByRole('button', { name: 'Add', exact: true }).click();
  const example = page.getByRole('dialog', { name: 'Keep as example' });
  await expect(example.getByRole('combobox', { name: 'Set', exact: true })).toHaveText('Launch week');
  await example.getByLabel('What the customer writes').fill('Could a person help me, please?');
  await example.getByRole('combobox', { name: 'Decision' }).click();
  await page.getByRole('option', { name: 'handed over' }).click();
  await example.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('1 example', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Run: Launch week' }).click();
  await expect(page.getByRole('combobox', { name: 'Run', exact: true })).toContainText('Launch week');
  await expect(page.getByText('Every example was right.')).toBeVisible({ timeout: 60_000 });
  found.push(...(await findings(page, 'a set of its own')));

  await page.getByRole('button', { name: 'Remove: Launch week' }).click();
  const removing = page.getByRole('alertdialog', { name: 'Remove: Launch week' });
  await removing.getByRole('radio', { name: 'Remove them too' }).click();
  found.push(...(await findings(page, 'a set is removed')));
  await removing.getByRole('button', { name: 'Remove the set' }).click();
  await expect(page.getByRole('combobox', { name: 'Sets of examples' })).toContainText('All sets');
  await expect(page.getByText('Could a person help me, please?')).toHaveCount(0);
  expect(found).toEqual([]);
});
