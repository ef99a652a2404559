import process from 'node:process';
import { chromium, type Page } from '@playwright/test';
import { startServer } from '../e2e/server.ts';
import { findChromium } from '../scripts/find-chromium.ts';
import { ms, percentile, printTable } from './table.ts';

const rounds = 7;

/** What is asked of the page inside the frame. */
interface FramePage {
  document: { querySelector(selector: string): { textContent: string | null } | null };
}

/**
 * From asking for the chat to its greeting on screen, on this machine and on one four times slower (a phone of the middle range, as
 * browsers' tools emulate it), beside an empty frame: what no chat in a frame can do without.
 */
export async function benchWidget(): Promise<void> {
  const found = await findChromium();
  if ('problem' in found) throw new Error(found.problem);
  const server = await startServer();
  const browser = await chromium.launch({
    executablePath: found.path,
    args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), '--disable-background-networking'],
  });
  const rows: Array<Array<string | number>> = [];
  try {
    for (const slowdown of [1, 4]) {
      for (const [name, measure] of Object.entries(measures)) {
        const times: number[] = [];
        for (let round = 0; round < rounds; round++) {
          const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'en' });
          const page = await context.newPage();
          await page.goto(`${server.url}/playground/plain`, { waitUntil: 'load' });
          await page.waitForFunction('window.Fairlead !== undefined');
          await (await context.newCDPSession(page)).send('Emulation.setCPUThrottlingRate', {
            rate: slowdown,
          });
          times.push(await measure(page));
          await context.close();
        }
        rows.push([`${name}, ${slowdown}x slower`, ms(percentile(times, 0.5)), ms(percentile(times, 1))]);
      }
    }
  } finally {
    await browser.close();
    await server.stop();
  }
  printTable('Chat opens, first visit', ['', 'p50 ms', 'max ms'], rows);
}

const measures = {
  'empty frame': emptyFrame,
  'chat, at once': openChat,
  'chat, once the page is quiet': openQuietChat,
};

async function emptyFrame(page: Page): Promise<number> {
  return page.evaluate<number>(`new Promise((resolve) => {
    const begun = performance.now();
    const frame = document.createElement('iframe');
    frame.srcdoc = '<h1>Hello</h1>';
    frame.onload = () => requestAnimationFrame(() => resolve(performance.now() - begun));
    document.body.append(frame);
  })`);
}

async function openChat(page: Page): Promise<number> {
  const begun = await page.evaluate<number>('window.Fairlead.open(), Date.now()');
  const isChat = (frame: { url(): string }) => frame.url().includes('/widget/frame');
  const frame =
    page.frames().find(isChat) ?? (await page.waitForEvent('framenavigated', { predicate: isChat }));
  // As a function, since the frame's policy forbids to evaluate text.
  const shown = await frame.waitForFunction(
    () => {
      const { document } = globalThis as unknown as FramePage;
      return document.querySelector('h1')?.textContent && Date.now();
    },
    undefined,
    { polling: 'raf' },
  );
  return Number(await shown.jsonValue()) - begun;
}

/** As most open it: the frame was loaded while the browser had nothing better to do. */
async function openQuietChat(page: Page): Promise<number> {
  await page.evaluate('window.Fairlead.ready');
  return openChat(page);
}
