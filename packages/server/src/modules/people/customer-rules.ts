import type { CustomerRecord, Page } from './customer.ts';
import { plainText } from './plain-text.ts';

/** A socket that opened is written down with the node's next renewal; until then the visit just begun speaks for it. */
const recently = 30_000;

/** Whether the customer has our chat open now. */
export function isOnline(customer: Pick<CustomerRecord, 'onlineUntil' | 'lastSeenAt'>, now: Date): boolean {
  const { onlineUntil, lastSeenAt } = customer;
  return (onlineUntil !== null && onlineUntil > now) || now.getTime() - lastSeenAt.getTime() < recently;
}

/**
 * The page as agents may see it: where on the exchange the customer is. Query and fragment are left out, since they hold tokens
 * more often than anything that helps. Null for what is no web page.
 */
export function tidyPage(page: Page | undefined): Page | null {
  if (!page || !URL.canParse(page.url)) return null;
  const url = new URL(page.url);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return null;
  return { url: plainText(url.origin + url.pathname), title: plainText(page.title) };
}

/** The time zone if it is one that can be shown; whatever a browser claims, a screen must not fail on it. */
export function tidyTimeZone(timeZone: string | undefined): string | null {
  if (!timeZone) return null;
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone;
  } catch {
    return null;
  }
}
