import { expect } from '@playwright/test';
import { Agent } from './agent.ts';
import { Customer } from './customer.ts';
import { test } from './journey.ts';
import { type Line, openLine } from './line.ts';
import { type RunningServer, startServer } from './server.ts';

let server: RunningServer;
let line: Line;
test.beforeAll(async () => {
  server = await startServer();
  line = await openLine(server.url, 'refused');
});
test.afterAll(async () => {
  await line.close();
  await server.stop();
});

test('behind a proxy that knows no WebSocket they converse all the same', async ({ browserOf }) => {
  const amelia = new Customer(await browserOf(), line.url, 'en');
  const daniel = new Agent(await browserOf(), line.url);
  await daniel.signIn('daniel@example.com');
  await daniel.setPresence('Online');
  await amelia.visit('pro-en');
  await amelia.open();
  await amelia.begin();
  await amelia.say('My stop order was not triggered');

  await daniel.open(/Amelia Hart/);
  await daniel.sendAtOnce();
  await expect(daniel.messages.last()).toHaveText('My stop order was not triggered');
  await daniel.reply('Which pair was it on?');
  await expect(amelia.messages.last()).toHaveText('Which pair was it on?');
  await amelia.say('BTC/USDT');
  await expect(daniel.messages.last()).toHaveText('BTC/USDT');
  await expect(amelia.mark('BTC/USDT')).toHaveText(amelia.text('message.read'));
  await daniel.reply('The last price did not reach your trigger');
  await expect(amelia.messages).toHaveText([
    'My stop order was not triggered',
    'Which pair was it on?',
    'BTC/USDT',
    'The last price did not reach your trigger',
  ]);
  await expect(daniel.messages).toHaveText(await amelia.messages.allInnerTexts());

  expect(line.refusedSockets, 'sockets that the proxy refused').toBeGreaterThanOrEqual(4);
  await expect(daniel.page.getByText('Not live.', { exact: false }).first()).toBeVisible();
});
