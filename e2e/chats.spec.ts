import { expect } from '@playwright/test';
import { findings } from './accessibility.ts';
import { test } from './journey.ts';

test('a customer ties their Telegram chat to their account, finds there what they wrote, and unties it', async ({
  browserOf,
  demo,
}) => {
  const phone = await browserOf({ viewport: { width: 390, height: 844 } });
  await phone.goto(`${demo}/playground/telegram?locale=en&theme=light`);
  await phone.getByRole('combobox', { name: 'Person' }).selectOption({ label: 'Grace' });
  await phone.getByRole('button', { name: 'Start' }).click();
  const told = phone.locator('.phone-message.bot');
  const write = async (text: string) => {
    await phone.getByRole('textbox', { name: 'Message' }).fill(text);
    await phone.getByRole('button', { name: 'Send', exact: true }).click();
  };
  const page = await browserOf();
  const found: string[] = [];
  const line = page.getByRole('listitem').filter({ hasText: '@htx_demo_support_bot' });

  await test.step('the portal gives a code, which is sent in the chat', async () => {
    await page.goto(`${demo}/playground/?customer=pro-en&locale=en&theme=light`);
    await page.getByRole('link', { name: 'My tickets' }).click();
    await page.getByRole('link', { name: 'Connected chats' }).click();
    await expect(line.getByText('Not connected')).toBeVisible();
    await line.getByRole('button', { name: 'Connect Telegram' }).click();
    const code = (await line.locator('code').textContent()) ?? '';
    expect(code).toMatch(/^FL-\w{4}-\w{4}$/);
    await expect(line.getByRole('link', { name: 'Open Telegram with the code' })).toHaveAttribute(
      'href',
      `https://t.me/htx_demo_support_bot?start=${code}`,
    );
    found.push(...(await findings(page, 'a code waits')));
    await write(code);
    await expect(told.last()).toContainText('wants to connect this chat');
    await expect(line.getByRole('status')).toHaveText(
      'Your code has come. Now choose “Connect” in the chat.',
    );
  });

  await test.step('the chat agrees, and the portal shows it at once', async () => {
    await phone.getByRole('button', { name: 'Connect', exact: true }).last().click();
    await expect(told.last()).toContainText('Connected.');
    await expect(page.getByText('Telegram is connected.')).toBeVisible();
    await expect(line.getByText(/^Connected since/)).toBeVisible();
  });

  await test.step('news of a ticket comes in the chat that was chosen', async () => {
    await page.goto(`${demo}/portal/new/other.general?lang=en`);
    await page.getByLabel('Subject').fill('A question about my statement');
    await page.getByLabel('What happened?').fill('Two lines of it are the same.');
    const way = page.getByRole('radio', { name: 'In Telegram @htx_demo_support_bot' });
    await way.check();
    await expect(way).toHaveAccessibleDescription(/You get the ticket’s number and a link/);
    found.push(...(await findings(page, 'a chat is chosen')));
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await expect(page.getByRole('heading', { name: 'A question about my statement' })).toBeVisible();
    await expect(page.getByRole('radio', { name: 'In Telegram @htx_demo_support_bot' })).toBeChecked();
    await expect(told.last()).toContainText(new URL(page.url()).pathname);
    await expect(told.last()).toContainText('We received your ticket #');
    found.push(...(await findings(page, 'a ticket that is told of in a chat')));
  });

  await test.step('it is untied after a question, and told of in the portal only', async () => {
    const ticket = page.url();
    await page.goto(`${demo}/portal/chats?lang=en`);
    await line.getByRole('button', { name: 'Disconnect Telegram' }).click();
    await expect(line.getByRole('button', { name: 'Keep connected' })).toBeFocused();
    found.push(...(await findings(page, 'it asks')));
    await page.emulateMedia({ colorScheme: 'dark' });
    found.push(...(await findings(page, 'it asks, dark')));
    await line.getByRole('button', { name: 'Disconnect', exact: true }).click();
    await expect(page.getByText('Telegram is disconnected.')).toBeVisible();
    await expect(line.getByText('Not connected')).toBeVisible();
    await page.goto(ticket);
    await expect(page.getByText('Telegram is no longer connected.')).toBeVisible();
    // Whether letters are a way depends on what else goes on in this demo.
    await expect(page.getByRole('radio', { name: /Telegram/ })).toHaveCount(0);
    await expect(page.getByRole('link', { name: 'Connect a chat to be told there' })).toBeVisible();
    found.push(...(await findings(page, 'a chat is no way any more')));
  });
  expect(found).toEqual([]);
});
