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

  await test.step('it is untied after a question', async () => {
    await line.getByRole('button', { name: 'Disconnect Telegram' }).click();
    await expect(line.getByRole('button', { name: 'Keep connected' })).toBeFocused();
    found.push(...(await findings(page, 'it asks')));
    await page.emulateMedia({ colorScheme: 'dark' });
    found.push(...(await findings(page, 'it asks, dark')));
    await line.getByRole('button', { name: 'Disconnect', exact: true }).click();
    await expect(page.getByText('Telegram is disconnected.')).toBeVisible();
    await expect(line.getByText('Not connected')).toBeVisible();
  });
  expect(found).toEqual([]);
});
