import { type BrowserContextOptions, test as base, expect, type Page } from '@playwright/test';

interface Fixtures {
  /** Gives somebody a browser of their own; it is closed when the journey ends. */
  browserOf: (options?: BrowserContextOptions) => Promise<Page>;
}

/** A journey: like any test, and it fails when a page of it throws something that nobody catches. */
export const test = base.extend<Fixtures>({
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
