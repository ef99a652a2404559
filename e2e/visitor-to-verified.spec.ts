import { expect } from '@playwright/test';
import { Agent } from './agent.ts';
import { Customer } from './customer.ts';
import { test } from './journey.ts';

test('what a visitor wrote goes along when they sign in, and stays with them', async ({
  browserOf,
  demo,
}) => {
  const atHome = new Customer(await browserOf(), demo, 'en');
  const daniel = new Agent(await browserOf(), demo);
  await daniel.comeIn('daniel@example.com');
  await daniel.setPresence('Online');

  await test.step('a visitor writes', async () => {
    await atHome.visit(null);
    await atHome.open();
    await atHome.begin();
    await atHome.say('Good morning, is anybody there');
    await daniel.open(/Good morning, is anybody there/);
    await expect(daniel.page.getByRole('heading', { name: /^Visitor / }).first()).toBeVisible();
    await daniel.sendAtOnce();
    await daniel.reply('Good morning, what can I do for you?');
    await expect(atHome.messages.last()).toHaveText('Good morning, what can I do for you?');
  });

  await test.step('they sign in on the page: the thread goes along, and the agent sees who it is', async () => {
    await atHome.page
      .getByRole('combobox', { name: 'Customer' })
      .selectOption({ label: 'Amelia Hart · Pro' });
    await expect(atHome.page.getByText('Chat: signed in')).toBeVisible();
    await expect(daniel.page.getByRole('heading', { name: 'Amelia Hart' }).first()).toBeVisible();
    await atHome.say('It is me, now signed in');
    await expect(atHome.messages).toHaveText([
      'Good morning, is anybody there',
      'Good morning, what can I do for you?',
      'It is me, now signed in',
    ]);
    await expect(daniel.messages.last()).toHaveText('It is me, now signed in');
  });

  await test.step('the same customer finds it on another device', async () => {
    const onPhone = new Customer(await browserOf(), demo, 'en');
    await onPhone.visit('pro-en');
    await onPhone.open();
    await onPhone.conversation(/It is me, now signed in/).click();
    await expect(onPhone.messages).toHaveText(await atHome.messages.allInnerTexts());
    await onPhone.say('Now from my phone');
    await expect(atHome.messages.last()).toHaveText('Now from my phone');
  });

  await test.step('whoever comes after them at this browser finds nothing of it', async () => {
    await atHome.page.getByRole('button', { name: 'Log out' }).click();
    await expect(atHome.page.getByText('Chat: visitor')).toBeVisible();
    await expect(atHome.chat.getByRole('button', { name: atHome.text('home.new') })).toBeVisible();
    await expect(atHome.chat.getByText('from my phone', { exact: false })).toHaveCount(0);
    await atHome.page.reload();
    await atHome.open();
    await expect(atHome.chat.getByRole('button', { name: atHome.text('home.new') })).toBeVisible();
    await expect(atHome.conversation(/./)).toHaveCount(0);
    await atHome.begin();
    await expect(atHome.messages).toHaveCount(0);
  });
});
