import { type BrowserContextOptions, test as base, expect, type Page } from '@playwright/test';
import { shareDemo } from './shared-demo.ts';

interface Fixtures {
  /** Gives somebody a browser of their own; it is closed when the journey ends. */
  browserOf: (options?: BrowserContextOptions) => Promise<Page>;
}

interface WorkerFixtures {
  /** The address of the demo exchange. Journeys share it: each begins with what others left there, and finds its own by its own words. */
  demo: string;
}

/** A journey: like any test, and it fails when a page of it throws something that nobody catches. */
export const test = base.extend<Fixtures, WorkerFixtures>({
  demo: [
    async ({ playwright }, use) => {
      const server = await shareDemo(playwright.request);
      await use(server.url);
      await server.stop();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  async browserOf({ browser, contextOptions }, use) {
    const contexts: Array<{ close(): Promise<void> }> = [];
    const uncaught: string[] = [];
    await use(async (options = {}) => {
      const context = await browser.newContext({ ...contextOptions, ...options });
      contexts.push(context);
      context.on('weberror', (it) => uncaught.push(String(it.error())));
      return context.newPage();
    });
    for (const context of contexts) await context.close();
    expect(uncaught, 'what the pages threw and nobody caught').toEqual([]);
  },
});
