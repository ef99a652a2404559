import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Frame, type Page } from '@playwright/test';

type RunOnly = { type: 'tag' | 'rule'; values: string[] };

/** What we promise: WCAG 2.2, A and AA. */
const standards: RunOnly = {
  type: 'tag',
  values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
};
/** What of it depends on colours: all that a second theme can change. */
const colours: RunOnly = { type: 'rule', values: ['color-contrast', 'link-in-text-block'] };
const themes = [
  ['light', standards],
  ['dark', colours],
] as const;

/**
 * What axe finds in the console, a line each, in both themes; `where` begins each. The page follows the system's theme. The console's only
 * frames are letters as they were laid out, by others, and since nothing runs in them axe would wait in vain for their answer.
 */
export async function findings(page: Page, where: string): Promise<string[]> {
  const found: string[] = [];
  for (const [theme, rules] of themes) {
    await page.emulateMedia({ colorScheme: theme });
    await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
    found.push(...(await analyse(page, `${where}, ${theme}`, rules, { iframes: false })).violations);
  }
  return found;
}

/** What axe finds on a page as it is. */
export async function findingsNow(page: Page, where: string): Promise<string[]> {
  return (await analyse(page, where, standards)).violations;
}

/** What axe finds in the chat alone, its frame included, in both themes. The page must have been opened with `openShadowRoots`. */
export async function findingsInChat(page: Page, chat: Frame, where: string): Promise<string[]> {
  const found: string[] = [];
  for (const [theme, rules] of themes) {
    await page.evaluate((it) => (window as ChatWindow).Fairlead?.setTheme(it), theme);
    await expect(chat.locator('html')).toHaveAttribute('data-theme', theme);
    const { violations, rulesInFrames } = await analyse(page, `${where}, ${theme}`, rules, {
      part: 'fairlead-chat',
    });
    const enough = rules === standards ? 5 : 0;
    expect(rulesInFrames, `rules that axe could check within the frame, ${where}`).toBeGreaterThan(enough);
    found.push(...violations);
  }
  return found;
}

/** Lets axe into the chat's closed shadow root, when the page loads next. */
export function openShadowRoots(page: Page): Promise<unknown> {
  return page.addInitScript(() => {
    const attach = Element.prototype.attachShadow;
    Element.prototype.attachShadow = function (options) {
      return attach.call(this, { ...options, mode: 'open' });
    };
  });
}

type ChatWindow = Window & { Fairlead?: { setTheme(theme: string): void } };

async function analyse(
  page: Page,
  where: string,
  runOnly: RunOnly,
  { part, iframes = true }: { part?: string; iframes?: boolean } = {},
) {
  await bringAxe(page);
  // A notice of what failed is hidden from screen readers until the keyboard enters it, since a live region has read it out (base-ui
  // does so); axe takes its button for one that cannot be reached. It leaves by itself.
  await expect(page.locator('.pop-motion[aria-hidden="true"]')).toHaveCount(0, { timeout: 20_000 });
  // What the page has already is not sent there again. All within the page: the other way opens one more page each time.
  const axe = new AxeBuilder({ page, axeSource: ';' }).setLegacyMode().options({
    runOnly,
    // To list all that is in order takes longer than to find what is not.
    resultTypes: part ? ['violations', 'passes'] : ['violations'],
    pingWaitTime: 10_000,
    iframes,
  });
  if (part) axe.include(part);
  const { violations, passes } = await axe.analyze();
  return {
    violations: violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${where}: ${id} at ${target.join(' ')}: ${failureSummary}`),
    ),
    rulesInFrames: passes.filter(({ nodes }) => nodes.some(({ target }) => target.length > 1)).length,
  };
}

/** Makes sure that each frame has axe: the builder leaves one out, without a word, that takes more than a second to load it. */
async function bringAxe(page: Page) {
  const missing = async () => {
    const present = await Promise.all(page.frames().map((it) => it.evaluate(() => 'axe' in window)));
    return present.filter((it) => !it).length;
  };
  // Again for a frame that has only just come, or that was on its way to another page while it was asked.
  await expect(async () => {
    if ((await missing()) === 0) return;
    await new AxeBuilder({ page }).setLegacyMode().withRules('html-has-lang').analyze();
    expect(await missing(), 'frames without axe').toBe(0);
  }).toPass({ timeout: 60_000 });
}
