import { expect } from '@playwright/test';
import { Agent } from './agent.ts';
import { test } from './journey.ts';
import { pngFile } from './png.ts';
import { startServer } from './server.ts';

/** A customer on Telegram and an agent at the console. A demo of its own, since Telegram's faults are everybody's. */
test('a conversation on Telegram, with buttons and pictures, through a busy hour', async ({ browserOf }) => {
  test.setTimeout(180_000);
  const server = await startServer();
  try {
    const phone = await browserOf({ viewport: { width: 390, height: 844 } });
    await phone.goto(`${server.url}/playground/telegram?locale=en&theme=light`);
    const mei = new Agent(await browserOf(), server.url);
    await mei.comeIn('mei@example.com', '/inbox/all');
    const told = phone.locator('.phone-message.bot');

    await test.step('who begins is greeted in their language', async () => {
      await phone.getByRole('combobox', { name: 'Person' }).selectOption({ label: 'Grace' });
      await phone.getByRole('button', { name: 'Start' }).click();
      await expect(told).toHaveText([/^Hello! Write here/]);
    });

    await test.step('what they write is a conversation, and is answered with answers to choose from', async () => {
      await phone.getByRole('textbox', { name: 'Message' }).fill('My withdrawal hangs');
      await phone.getByRole('button', { name: 'Send', exact: true }).click();
      await mei.open(/My withdrawal hangs/);
      await mei.act('Take');
      await mei.sendAtOnce();
      await mei.page.getByRole('button', { name: 'Answers to choose from' }).click();
      const answers = mei.page.getByRole('textbox', { name: 'Answers to choose from' });
      for (const answer of ['TRC20', 'ERC20']) {
        await answers.fill(answer);
        await answers.press('Enter');
      }
      await mei.reply('Which network was it?');
      await told.filter({ hasText: 'Which network was it?' }).getByRole('button', { name: 'ERC20' }).click();
      await expect(mei.messages.last()).toHaveText('ERC20');
    });

    await test.step('pictures go both ways', async () => {
      await phone.getByLabel('Send a picture').setInputFiles(pngFile('screen.png', [200, 40, 40]));
      await expect(mei.log.getByRole('button', { name: /^Enlarge / })).toHaveCount(1);
      await mei.attach(pngFile('receipt.png', [20, 120, 90]));
      await mei.send();
      await expect(phone.getByRole('img', { name: /receipt/ })).toBeVisible();
    });

    await test.step('a busy Telegram is waited for, and nothing is doubled or out of order', async () => {
      await phone.request.post(`${server.url}/playground/telegram/phone/faults`, {
        data: { busy: 1, retryAfter: 2, twice: true },
      });
      await mei.reply('It is on its way');
      await mei.reply('You will see it within the hour');
      await expect(told.filter({ hasText: 'within the hour' })).toHaveCount(1, { timeout: 40_000 });
      await phone.getByRole('textbox', { name: 'Message' }).fill('Thank you!');
      await phone.getByRole('button', { name: 'Send', exact: true }).click();
      await expect(mei.messages.last()).toHaveText('Thank you!');
      // Who answers is told, too; it is not counted here.
      const answers = told.locator('p').filter({ hasText: /^(?:Which|It is on|You will see)/ });
      await expect(answers).toHaveText([
        'Which network was it?',
        'It is on its way',
        'You will see it within the hour',
      ]);
      await expect(mei.messages.filter({ hasText: 'Thank you!' })).toHaveCount(1);
    });

    await test.step('what they change is told as it is now, with what it said', async () => {
      const own = phone.locator('.phone-message.person');
      await own.filter({ hasText: 'Thank you!' }).getByRole('button', { name: 'Edit' }).click();
      const text = phone.getByRole('textbox', { name: 'Message' });
      await expect(text).toHaveValue('Thank you!');
      await text.fill('Thanks, all 0.05 BTC came');
      await phone.getByRole('button', { name: 'Send', exact: true }).click();
      await expect(mei.messages.last()).toHaveText('Thanks, all 0.05 BTC came');
      await expect(mei.log).toContainText('It said: “Thank you!”');
      await expect(own.last()).toContainText('edited');
    });
  } finally {
    await server.stop();
  }
});
