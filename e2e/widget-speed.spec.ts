import process from 'node:process';
import { expect } from '@playwright/test';
import { Customer } from './customer.ts';
import { test } from './journey.ts';
import { type RunningServer, startServer } from './server.ts';

/** The promise to customers, in milliseconds, on a machine four times slower than this one. */
const budget = 1000;
const slowdown = 4;

let server: RunningServer;
test.beforeAll(async () => {
  server = await startServer();
});
test.afterAll(() => server.stop());

test('on a slow machine the chat opens within a second of the click', async ({ browserOf }) => {
  const times: number[] = [];
  for (let round = 0; round < 3; round++) {
    const page = await browserOf();
    const session = await page.context().newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
    const customer = new Customer(page, server.url, 'en');
    await page.goto(`${server.url}/playground/plain`);
    await customer.find();
    const clicked = page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          addEventListener('click', () => resolve(Date.now()), { capture: true, once: true });
        }),
    );
    await customer.launcher.click();
    const greeted = await customer.chat.waitForFunction(
      (greeting) => document.querySelector('h1')?.textContent === greeting && Date.now(),
      customer.text('home.greeting'),
      { polling: 'raf' },
    );
    times.push(Number(await greeted.jsonValue()) - (await clicked));
  }
  process.stdout.write(
    `click to open, ${slowdown} times slower: ${times.map((it) => `${it} ms`).join(', ')}\n`,
  );
  const median = times.toSorted((a, b) => a - b)[1];
  expect(median).toBeLessThan(budget);
});
