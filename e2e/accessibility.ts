import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** What we promise: WCAG 2.2, A and AA. */
const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What axe finds on a page, a line each; `where` begins each. */
export async function findings(page: Page, where: string): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(standards).analyze();
  return violations.flatMap(told(where));
}

/** What axe finds in the chat alone, its frame included. The page must have been opened with `openShadowRoots`. */
export async function findingsInChat(page: Page, where: string): Promise<string[]> {
  const { violations, passes } = await new AxeBuilder({ page })
    .include('fairlead-chat')
    .withTags(standards)
    .analyze();
  const inFrame = passes.filter(({ nodes }) => nodes.some(({ target }) => target.length > 1));
  expect(inFrame.length, `rules that axe could check within the frame, ${where}`).toBeGreaterThan(5);
  return violations.flatMap(told(where));
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

type Violation = Awaited<ReturnType<AxeBuilder['analyze']>>['violations'][number];

function told(where: string): (violation: Violation) => string[] {
  return ({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${where}: ${id} at ${target.join(' ')}: ${failureSummary}`);
}
