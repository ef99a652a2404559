import { endpoints, type ResponseOf } from '@fairlead/contract';
import { expect } from '@playwright/test';
import { findings } from './accessibility.ts';
import { Agent, fromConsole } from './agent.ts';
import { Customer } from './customer.ts';
import { test } from './journey.ts';

const question = '我昨天充值的 USDT 一直没有到账，钱去哪里了？';
const txid = '5b8e0c47a19d3f62e7048bd1c95a6f30724e8db16c9f05a3d28417e6bc90f35a';
const category = 'Deposit has not arrived';

test('the copilot drafts a reply in the customer’s language, fills the form, and finds what was solved alike', async ({
  browserOf,
  demo,
}) => {
  const guest = new Customer(await browserOf(), demo, 'zh-CN');
  const mei = new Agent(await browserOf(), demo);
  const { page } = mei;
  const copilot = page.getByRole('region', { name: 'Copilot', exact: true });
  const draft = copilot.getByRole('article', { name: 'Drafted reply' });
  const found: string[] = [];
  const figures = async () => {
    const answer = await page.request.get(demo + endpoints.copilot.figures.path, { headers: fromConsole });
    const { items } = (await answer.json()) as ResponseOf<typeof endpoints.copilot.figures>;
    return items.find((it) => it.kind === 'draft' && it.locale === 'zh-CN');
  };
  await guest.visit(null);
  await guest.open();
  await guest.begin();
  await guest.say(question);
  await mei.comeIn('mei@example.com', '/inbox/all');
  await mei.open(question.slice(0, 12));

  await test.step('a draft stands there in Chinese, and what it says in English', async () => {
    await expect(draft.getByText('In your language (English)')).toBeVisible();
    await expect(draft.getByRole('link')).toHaveAttribute('href', /^\/help\/zh-CN\//);
    await page.keyboard.press('c');
    await expect(copilot).toBeFocused();
    found.push(...(await findings(page, 'a draft')));
  });

  await test.step('it is put in, changed and sent, and so it is recorded', async () => {
    await draft.getByRole('button', { name: 'Insert' }).click();
    await expect(mei.composer).toBeFocused();
    await expect(mei.composer).toHaveValue(/\/help\/zh-CN\//);
    const text = await mei.composer.inputValue();
    await mei.composer.fill(`您好！${text}`);
    const before = (await figures())?.edited ?? 0;
    await mei.sendAtOnce();
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await expect(guest.messages.filter({ hasText: '您好！' })).toHaveCount(1, { timeout: 15_000 });
    await expect.poll(async () => (await figures())?.edited).toBe(before + 1);
    await expect(draft).toBeHidden();
  });

  await test.step('what the customer writes is offered to the form, filled in, and taken out again', async () => {
    await page.keyboard.press('Escape');
    await page.keyboard.press('t');
    const dialog = page.getByRole('dialog', { name: 'Open a ticket' });
    await dialog.getByRole('combobox', { name: 'Category' }).click();
    await page.getByRole('option', { name: category }).click();
    await dialog.getByRole('button', { name: 'Open a ticket' }).click();
    await expect(page.getByRole('link', { name: new RegExp(`^Ticket #\\d+ .*${category}`) })).toBeVisible();
    await guest.say(`TXID 是 ${txid}`);
    await expect(copilot.getByText('Missing in the ticket’s form')).toBeVisible();
    found.push(...(await findings(page, 'fields to fill')));
    await copilot.getByRole('button', { name: 'Fill all' }).click();
    const done = page.locator('[role=dialog]').filter({ hasText: /^Filled in: .*TXID/ });
    await expect(done).toBeVisible();
    await expect(copilot.getByText('Missing in the ticket’s form')).toBeHidden();
    await done.getByRole('button', { name: 'Undo' }).click();
    await expect(copilot.getByText('Missing in the ticket’s form')).toBeVisible();
  });

  await test.step('the summary says it in short', async () => {
    await copilot.getByText('Summary', { exact: true }).click();
    await expect(copilot.getByText('Deposit has not arrived').first()).toBeVisible();
    await expect(copilot.getByRole('button', { name: /^Copy 5b8e/ })).toBeVisible();
    found.push(...(await findings(page, 'a summary')));
  });

  await test.step('a ticket that was solved alike is one press away', async () => {
    await copilot.getByText('Similar solved tickets').click();
    const similar = copilot.getByRole('link', { name: /^Ticket #\d+ / }).last();
    await expect(copilot.getByText(/^Same .*category/).first()).toBeVisible();
    found.push(...(await findings(page, 'similar tickets')));
    await similar.click();
    await expect(page).toHaveURL(/\/console\/tickets\//);
  });

  await test.step('the studio shows how it goes', async () => {
    await mei.go('/assistant?tab=copilot');
    await expect(page.getByRole('row', { name: /^Drafted reply Simplified Chinese/ })).toBeVisible();
    found.push(...(await findings(page, 'the figures')));
  });
  expect(found).toEqual([]);
});
