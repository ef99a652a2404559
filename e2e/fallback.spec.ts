import { expect } from '@playwright/test';
import { Agent } from './agent.ts';
import { Customer } from './customer.ts';
import { test } from './journey.ts';
import { type Line, openLine } from './line.ts';

let line: Line;
test.beforeAll(async ({ demo }) => {
  line = await openLine(demo, 'refused');
});
test.afterAll(() => line.close());

test('behind a proxy that knows no WebSocket they converse all the same', async ({ browserOf }) => {
  const visitor = new Customer(await browserOf(), line.url, 'en');
  const daniel = new Agent(await browserOf(), line.url);
  await daniel.comeIn('daniel@example.com');
  await daniel.setPresence('Online');
  await visitor.visit(null);
  await visitor.open();
  await visitor.begin();
  await visitor.say('My stop order was not triggered');

  await daniel.open(/My stop order was not triggered/);
  await daniel.sendAtOnce();
  await expect(daniel.messages.last()).toHaveText('My stop order was not triggered');
  await daniel.reply('Which pair was it on?');
  await expect(visitor.messages.last()).toHaveText('Which pair was it on?');
  await visitor.say('BTC/USDT');
  await expect(daniel.messages.last()).toHaveText('BTC/USDT');
  await expect(visitor.mark('BTC/USDT')).toHaveText(visitor.text('message.read'));
  await daniel.reply('The last price did not reach your trigger');
  await expect(visitor.messages).toHaveText([
    'My stop order was not triggered',
    'Which pair was it on?',
    'BTC/USDT',
    'The last price did not reach your trigger',
  ]);
  await expect(daniel.messages).toHaveText(await visitor.messages.allInnerTexts());

  expect(line.refusedSockets, 'sockets that the proxy refused').toBeGreaterThanOrEqual(4);
  await expect(daniel.page.getByText('Not live.', { exact: false }).first()).toBeVisible();
});
