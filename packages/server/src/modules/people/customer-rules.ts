import { tidyLine } from '@fairlead/contract';
import type { CustomerRecord, Page } from './customer.ts';

/** A socket that opened is written down with the node's next renewal; until then the visit just begun speaks for it. */
const recently = 30_000;

/** Whether the customer has our chat open now. */
export function isOnline(customer: Pick<CustomerRecord, 'onlineUntil' | 'lastSeenAt'>, now: Date): boolean {
  const { onlineUntil, lastSeenAt } = customer;
  return (onlineUntil !== null && onlineUntil > now) || now.getTime() - lastSeenAt.getTime() < recently;
}

/** A number as prices and changes are written, with what stands around it: `$67,890.12`, `67.890,12 €`, `▲ 0.5`, `+1.25%`. */
const figure = String.raw`[▲▼△▽↑↓+−±-]?\s?\p{Sc}?\s?\p{Nd}+(?:[.,'’٫٬ ]\p{Nd}+){0,6}(?![\p{L}\p{Nd}])\s?[%٪\p{Sc}]?`;
/** A pair: `BTC/USDT`, `BTC-USD`, or without a line between where the second is something that prices are given in. */
const pair = String.raw`[A-Z0-9]{2,12}(?:\s?[/_-]\s?[A-Z0-9]{2,12}|\s?(?:USD[TCD]?|EUR|GBP|TRY|BRL|JPY|KRW|BTC|ETH|TRX|HT))\b`;
/** Trading pages begin their title with the price, as in `67,890.12 BTC/USDT | HTX`. */
const priceBeforePair = new RegExp(`^(?:${figure}[\\s|·:–—-]*){1,3}(?=${pair})`, 'u');

/**
 * The page as agents may see it: where on the exchange the customer is. Query and fragment are left out, since they hold tokens
 * more often than anything that helps; of the title the live price, which would be old as soon as it is read and make the same page
 * another one with every visit. Null for what is no web page.
 */
export function tidyPage(page: Page | undefined): Page | null {
  if (!page || !URL.canParse(page.url)) return null;
  const url = new URL(page.url);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return null;
  return {
    url: tidyLine(url.origin + url.pathname),
    title: tidyLine(page.title).replace(priceBeforePair, ''),
  };
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
