import { expect } from '@playwright/test';
import { Agent } from './agent.ts';
import { Customer } from './customer.ts';
import { test } from './journey.ts';

test('an answer that was overtaken waits for its writer', async ({ browserOf, demo }) => {
  const ivan = new Customer(await browserOf(), demo, 'en');
  const daniel = new Agent(await browserOf(), demo);
  await daniel.comeIn('daniel@example.com');
  await daniel.setPresence('Online');
  await ivan.visit('verified-ru');
  await ivan.open();
  await ivan.begin();
  await ivan.say('Can I withdraw to a new address today?');
  await daniel.open(/Can I withdraw to a new address/);
  await daniel.sendAtOnce();

  await daniel.composer.fill('Yes, a new address works at once.');
  await ivan.say('I changed my password an hour ago, by the way');
  await expect(daniel.page.getByText('1 new message since you began to write')).toBeVisible();
  await daniel.send();

  const guard = daniel.page.getByRole('region', { name: 'Not sent yet: 1 message arrived while you wrote' });
  await expect(guard.getByRole('listitem')).toHaveText(/Иван Петров.*I changed my password an hour ago/);
  await expect(guard.getByText('Yours: Yes, a new address works at once.')).toBeVisible();
  await expect(guard.getByRole('button', { name: 'Edit' })).toBeFocused();
  // Nothing of it has reached the customer.
  await expect(ivan.messages).toHaveCount(2);

  await test.step('editing brings the text back, and what was shown counts as seen', async () => {
    await guard.getByRole('button', { name: 'Edit' }).click();
    await expect(daniel.composer).toHaveValue('Yes, a new address works at once.');
    await daniel.reply('After a change of password withdrawals pause for 24 hours.');
    await expect(ivan.messages.last()).toHaveText(
      'After a change of password withdrawals pause for 24 hours.',
    );
  });

  await test.step('sending on confirmation works', async () => {
    await daniel.composer.fill('Anything else?');
    await ivan.say('And deposits?');
    await expect(daniel.page.getByText('1 new message since you began to write')).toBeVisible();
    await daniel.send();
    await daniel.page.getByRole('button', { name: 'Send anyway' }).click();
    await expect(ivan.messages.last()).toHaveText('Anything else?');
    await expect(daniel.messages).toHaveText(await ivan.messages.allInnerTexts());
  });
});

test('a conversation is passed on, taken up, closed and opened again', async ({ browserOf, demo }) => {
  const jiwoo = new Customer(await browserOf(), demo, 'en');
  const daniel = new Agent(await browserOf(), demo);
  const ken = new Agent(await browserOf(), demo);
  await daniel.comeIn('daniel@example.com');
  await daniel.setPresence('Online');
  await ken.comeIn('ken@example.com');
  await jiwoo.visit('vip-ko');
  await jiwoo.open();
  await jiwoo.begin();
  await jiwoo.say('Hello, is somebody there for me?');
  await daniel.open(/is somebody there for me/);
  await expect(jiwoo.chat.getByRole('heading', { name: 'Daniel Okafor' }).first()).toBeVisible();

  await test.step('to a team, with a note', async () => {
    await daniel.act('Pass on');
    const dialog = daniel.page.getByRole('dialog', { name: /^Pass #\d+ on$/ });
    await dialog.getByRole('option', { name: 'Account security' }).click();
    await dialog.getByLabel('Note for them').fill('Sessions from two countries');
    await dialog.getByRole('button', { name: 'Pass on' }).click();
    await expect(dialog).toBeHidden();
  });

  await test.step('a colleague takes it, and the customer sees who', async () => {
    await ken.show('Account security');
    await ken.open(/이지우/);
    await expect(ken.messages.filter({ hasText: 'Sessions from two countries' })).toBeVisible();
    await ken.act('Take');
    await expect(ken.page.getByText('With you', { exact: false }).first()).toBeVisible();
    await expect(jiwoo.chat.getByRole('heading', { name: '佐藤 健' }).first()).toBeVisible();
    await expect(jiwoo.log.getByText('two countries', { exact: false })).toHaveCount(0);
    await ken.sendAtOnce();
    await ken.reply('Hi Jiwoo, Ken from account security.');
    await expect(jiwoo.messages.last()).toHaveText('Hi Jiwoo, Ken from account security.');
  });

  await test.step('closed, and opened by the customer’s next message', async () => {
    await ken.act('Close');
    await expect(jiwoo.log.getByText(jiwoo.text('thread.closed'))).toBeVisible();
    await expect(ken.page.getByText(/^Closed: Solved\./)).toBeVisible();
    await jiwoo.say('One more thing');
    await expect(jiwoo.log.getByText(jiwoo.text('thread.closed'))).toBeHidden();
    await expect(ken.messages.last()).toHaveText('One more thing');
    await expect(ken.page.getByText(/^Closed: Solved\./)).toBeHidden();
  });
});
