import { expect } from '@playwright/test';
import { Agent } from './agent.ts';
import { Customer } from './customer.ts';
import { test } from './journey.ts';
import { type RunningServer, startServer } from './server.ts';

let server: RunningServer;
test.beforeAll(async () => {
  server = await startServer();
});
test.afterAll(() => server.stop());

test('a Russian-speaking visitor whom nobody can answer now is told so and leaves an address', async ({
  browserOf,
}) => {
  const visitor = new Customer(await browserOf(), server.url, 'ru');
  await visitor.visit(null);
  await visitor.open();
  await expect(visitor.chat.getByText(visitor.text('home.offline'))).toBeVisible();
  await visitor.begin();
  await visitor.say('Не могу войти в аккаунт после смены телефона');

  await test.step('told so, in Russian and nothing else', async () => {
    await expect(
      visitor.log.getByText(/^Сейчас нет операторов, которые говорят на вашем языке/),
    ).toBeVisible();
    await expect(visitor.log).not.toHaveText(/[a-z]{3,}/i);
  });

  await test.step('leaves an address', async () => {
    const address = visitor.log.getByRole('textbox', { name: visitor.text('address.label') });
    const save = visitor.log.getByRole('button', { name: visitor.text('address.save') });
    await address.fill('sergey@example.com');
    await save.click();
    const saved = visitor.text('address.saved', { email: 'sergey@example.com' });
    await expect(visitor.log.getByText(saved)).toBeVisible();
  });

  await test.step('Anna comes online, gets it by herself with the address, and answers', async () => {
    const anna = new Agent(await browserOf(), server.url);
    await anna.comeIn('anna@example.com');
    await anna.setPresence('Online');
    await anna.open(/Не могу войти в аккаунт/);
    await expect(anna.page.getByText('The customer writes Russian')).toBeVisible();
    await expect(anna.page.getByText('sergey@example.com').first()).toBeVisible();
    await anna.sendAtOnce();
    await anna.reply('Здравствуйте! Сейчас помогу.');
    await expect(visitor.messages.last()).toHaveText('Здравствуйте! Сейчас помогу.');
    await expect(visitor.chat.getByRole('heading', { name: 'Анна Соколова' }).first()).toBeVisible();
  });
});
