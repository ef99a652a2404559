import { expect } from '@playwright/test';
import { findings } from './accessibility.ts';
import { Agent } from './agent.ts';
import { Customer } from './customer.ts';
import { test } from './journey.ts';
import { pngFile } from './png.ts';

const subject = 'USDT sent over TRON is not in my balance';
const txid = '7c2d1f0a9b8e4d3c6f5a1b2c3d4e5f60718293a4b5c6d7e8f9a0b1c2d3e4f506';

/** A deposit of the demo that came without its memo. */
const withoutMemo = '4F1A6C0D9B7E35A28C60F1D94E7B02A35C8D6E19F0B4A7C2D3E58F6071B9A4C6';

test('a customer opens a ticket in the portal, follows it to its solution and rates it', async ({
  browserOf,
  demo,
}) => {
  const customer = await browserOf();
  const mei = new Agent(await browserOf(), demo);
  const found: string[] = [];
  await mei.comeIn('mei@example.com', '/inbox/all');

  await test.step('the exchange says who they are', async () => {
    await customer.goto(`${demo}/playground/?customer=pro-en&locale=en&theme=light`);
    await customer.getByRole('link', { name: 'My tickets' }).click();
    await expect(customer.getByRole('heading', { name: 'My tickets' })).toBeVisible();
    await expect(customer.getByText('Amelia Hart')).toBeVisible();
    await expect(customer.getByRole('link', { name: /Cannot cancel a stop order/ })).toBeVisible();
    found.push(...(await findings(customer, 'my tickets')));
  });

  await test.step('the form asks for what this matter needs, and checks it by its chain', async () => {
    await customer.getByRole('link', { name: 'New ticket' }).click();
    await customer.getByText('Deposit and withdrawal', { exact: true }).click();
    await customer.getByText('Deposit has not arrived', { exact: true }).click();
    await customer.getByLabel('Coin').fill('USDT');
    await customer.getByLabel('Network').selectOption({ label: 'TRON (TRC20)' });
    await customer.getByLabel('Transaction ID (TXID)').fill('not a transaction');
    await customer.getByLabel('Amount').fill('250');
    await customer.getByLabel('Subject').fill(subject);
    await customer.getByLabel('What happened?').fill('The wallet says it is confirmed since this morning.');
    const hints = customer.getByRole('region', { name: 'These articles may answer your question' });
    await hints.getByRole('link', { name: 'My deposit has not arrived' }).click();
    const article = customer.getByRole('dialog', { name: 'My deposit has not arrived' });
    await expect(article.getByRole('heading', { name: 'Find out where it is' })).toBeVisible();
    found.push(...(await findings(customer, 'an article over the form')));
    await article.getByRole('button', { name: 'Back' }).click();
    await expect(customer.getByLabel('Subject')).toHaveValue(subject);
    await customer.getByRole('button', { name: 'Send' }).click();
    await expect(customer.getByText('Please check the marked fields.')).toBeVisible();
    found.push(...(await findings(customer, 'new ticket')));
    await customer.getByLabel('Transaction ID (TXID)').fill(txid);
    const chooser = customer.waitForEvent('filechooser');
    await customer.getByRole('button', { name: 'Add files' }).click();
    await (await chooser).setFiles(pngFile('proof.png', [30, 120, 200]));
    await expect(customer.getByRole('progressbar', { name: /proof\.png.*ready/ })).toBeVisible();
    await customer.getByRole('button', { name: 'Send' }).click();
    await expect(customer.getByRole('heading', { name: subject })).toBeVisible();
    await expect(customer.getByText('Received', { exact: true }).first()).toBeVisible();
    await customer.getByRole('radio', { name: 'In the live chat' }).check();
    await customer.getByRole('button', { name: 'Save' }).click();
    await expect(customer.getByText('Saved', { exact: true })).toBeVisible();
    found.push(...(await findings(customer, 'a ticket')));
  });

  await test.step('the answer of an agent is there as it is given', async () => {
    await mei.go('/inbox/all');
    await mei.open(/The wallet says it is confirmed/);
    await mei.sendAtOnce();
    await mei.reply('We see it on the chain and have credited it.');
    await expect(customer.getByText('We see it on the chain and have credited it.')).toBeVisible();
    await mei.page
      .getByRole('link', { name: /^Ticket #\d+/ })
      .first()
      .click();
    await expect(mei.page.getByRole('heading', { name: subject, level: 1 })).toBeVisible();
    await mei.page.getByRole('button', { name: 'Solve', exact: true }).click();
    await expect(customer.getByText('We consider this ticket solved. Is it?')).toBeVisible();
  });

  await test.step('the chat on the trading page tells of it, with a way to it', async () => {
    const trader = new Customer(await customer.context().newPage(), demo, 'en');
    await trader.visit('pro-en');
    // One thing, or two where the agent took their time between the answer and the solution.
    const unread = [1, 2].map((count) => trader.text('launcher.unread', { count }));
    await expect.poll(async () => unread.includes(await trader.launcher.name())).toBe(true);
    await trader.open();
    await trader.chat.getByRole('button', { name: /We consider your ticket #\d+ solved/ }).click();
    await expect(trader.log.getByText(/We consider your ticket #\d+ solved/)).toBeVisible();
    await expect(trader.log.getByRole('link', { name: /\/portal\/tickets\// }).last()).toBeVisible();
    await trader.page.close();
  });

  await test.step('it is rated', async () => {
    await customer.getByRole('radio', { name: 'Very good' }).check({ force: true });
    await customer.getByLabel(/Anything you would like to tell us/).fill('Quick, thank you.');
    found.push(...(await findings(customer, 'a solved ticket')));
    await customer.getByRole('button', { name: 'Send rating' }).click();
    await expect(customer.getByRole('heading', { name: 'Thank you for your rating' })).toBeVisible();
  });
  expect(found).toEqual([]);
});

test('the portal in Arabic on a phone', async ({ browserOf, demo }) => {
  const page = await browserOf({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  await page.goto(`${demo}/portal/?lang=ar`);
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
  await expect(page.getByRole('heading').first()).toBeVisible();
  expect(await findings(page, 'sign-in')).toEqual([]);
  const { wide, screen } = await page.evaluate(() => ({
    wide: document.documentElement.scrollWidth,
    screen: document.documentElement.clientWidth,
  }));
  expect(wide, 'the width of the page').toBe(screen);
});

test('what the exchange knows of a deposit is looked into before a ticket is opened about it', async ({
  browserOf,
  demo,
}) => {
  const page = await browserOf();
  await page.goto(`${demo}/playground/?customer=verified&locale=en&theme=light`);
  await page.getByRole('link', { name: 'My tickets' }).click();
  await expect(page.getByRole('heading', { name: 'My tickets' })).toBeVisible();
  await page.goto(`${demo}/portal/new/deposit_withdrawal.missing_memo?lang=en`);
  const flow = page.getByRole('region', { name: 'Look into it first' });
  await page.getByLabel('Coin').fill('XRP');
  await flow.getByRole('button', { name: 'Look into it now' }).click();
  await flow.getByLabel('Transaction ID (TXID)').fill(withoutMemo);
  await flow.getByRole('button', { name: 'Go on' }).click();
  await expect(flow.getByRole('status')).toContainText(/memo/i);
  const found = await findings(page, 'what the exchange says');
  await flow.getByRole('button', { name: 'Put it into the form' }).click();
  await expect(page.getByLabel('Transaction ID (TXID)')).toHaveValue(withoutMemo);
  await expect(page.getByLabel('Subject')).not.toHaveValue('');
  expect(found).toEqual([]);
});
