import process from 'node:process';
import { type Browser, chromium } from '@playwright/test';
import { startServer } from '../e2e/server.ts';
import { findChromium } from '../scripts/find-chromium.ts';
import { ms, percentile, printTable } from './table.ts';

const rounds = 7;
const pages = {
  'first page': '/help/en/',
  'article in English': '/help/en/deposit-and-withdrawal/missing-memo-or-tag',
  'article in Japanese': '/help/ja/deposit-and-withdrawal/missing-memo-or-tag',
  search: '/help/en/search?q=withdrawal',
};

/** As Lighthouse emulates a phone of the middle range: "slow 4G", a processor four times slower. */
const phone = {
  network: { latency: 150, downloadThroughput: 1_638_400 / 8, uploadThroughput: 768_000 / 8 },
  slowdown: 4,
};

/** Until the largest thing on a page of the help center is painted, nothing of it being known to the browser; and what was fetched for it. */
export async function benchHelpPaint(): Promise<void> {
  const found = await findChromium();
  if ('problem' in found) throw new Error(found.problem);
  const server = await startServer();
  const browser = await chromium.launch({
    executablePath: found.path,
    args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), '--disable-background-networking'],
  });
  const rows: Array<Array<string | number>> = [];
  try {
    await fetch(`${server.url}/help/en/`);
    for (const [name, path] of Object.entries(pages)) {
      const seen = [];
      for (let round = 0; round < rounds; round++) seen.push(await paint(browser, server.url + path));
      const times = seen.map((it) => it.largest);
      rows.push([
        name,
        ms(percentile(times, 0.5)),
        ms(percentile(times, 1)),
        ms(
          percentile(
            seen.map((it) => it.first),
            0.5,
          ),
        ),
        kilobytes(seen, 'scripts'),
        kilobytes(seen, 'all'),
      ]);
    }
  } finally {
    await browser.close();
    await server.stop();
  }
  printTable(
    'Help pages on a phone, first visit: largest and first contentful paint',
    ['', 'largest p50 ms', 'most ms', 'first p50 ms', 'scripts kB', 'all kB'],
    rows,
  );
}

interface Seen {
  readonly largest: number;
  readonly first: number;
  readonly scripts: number;
  readonly all: number;
}

const kilobytes = (seen: readonly Seen[], of: 'scripts' | 'all') =>
  (Math.max(...seen.map((it) => it[of])) / 1000).toFixed(1);

async function paint(browser: Browser, url: string): Promise<Seen> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, isMobile: true });
  const page = await context.newPage();
  const tools = await context.newCDPSession(page);
  await tools.send('Network.enable');
  await tools.send('Network.emulateNetworkConditions', { offline: false, ...phone.network });
  await tools.send('Emulation.setCPUThrottlingRate', { rate: phone.slowdown });
  const sizes = { scripts: 0, all: 0 };
  const kinds = new Map<string, string>();
  tools.on('Network.responseReceived', ({ requestId, type }) => kinds.set(requestId, type));
  tools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    sizes.all += encodedDataLength;
    if (kinds.get(requestId) === 'Script') sizes.scripts += encodedDataLength;
  });
  await page.goto(url, { waitUntil: 'networkidle' });
  const paints = await page.evaluate<{ largest: number; first: number }>(`new Promise((resolve) => {
    new PerformanceObserver((list) => resolve({
      largest: list.getEntries().at(-1).startTime,
      first: performance.getEntriesByName('first-contentful-paint')[0].startTime,
    })).observe({ type: 'largest-contentful-paint', buffered: true });
  })`);
  await context.close();
  return { ...paints, ...sizes };
}
