import { directionOf, formatMessage, type Locale, type MessageParams } from '@fairlead/contract';
import { cataloguesIn } from '../../platform/catalogues.ts';
import type { GateChange, NoticeFacts } from './alert.ts';

const catalogues = cataloguesIn(new URL('./locales/', import.meta.url));

/** What alerts and letters say for a key. */
export const alertWords = (locale: Locale, key: string, params: MessageParams = {}): string =>
  formatMessage(locale, catalogues(locale)[key] ?? '', params);

type Gated = GateChange & { readonly asset: string };

/** A notice in words, a line each: figures by the customer's language, moments by their clock, and never advice. */
export function sayNotice(locale: Locale, timeZone: string, facts: NoticeFacts): string {
  // Latin names and figures keep their order within a line that runs from right to left.
  const whole = (text: string) => (directionOf(locale) === 'rtl' ? `\u2068${text}\u2069` : text);
  const numbers = new Intl.NumberFormat(locale, { numberingSystem: 'latn', maximumFractionDigits: 20 });
  const rounded = new Intl.NumberFormat(locale, {
    numberingSystem: 'latn',
    notation: 'compact',
    maximumFractionDigits: 1,
  });
  const changes = new Intl.NumberFormat(locale, {
    style: 'percent',
    numberingSystem: 'latn',
    maximumFractionDigits: 2,
    signDisplay: 'exceptZero',
  });
  const inUsdt = (amount: string) => whole(`${numbers.format(amount as `${number}`)} USDT`);
  const inPercent = (change: number) => whole(changes.format(change / 100));
  const moment = new Intl.DateTimeFormat(locale, {
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZoneName: 'short',
    timeZone,
    numberingSystem: 'latn',
  }).format(new Date(facts.asOf));
  const say = (key: string, params: MessageParams = {}) => alertWords(locale, key, params);
  const gate = ({ asset, name, gate: which, open }: Gated) => {
    const of = { asset: whole(asset), network: whole(name) };
    if (which === 'deposits') return say(open ? 'deposits.open' : 'deposits.suspended', of);
    return say(open ? 'withdrawals.open' : 'withdrawals.suspended', of);
  };

  function lines(): string[] {
    switch (facts.kind) {
      case 'price_above':
      case 'price_below': {
        const { asset, threshold, price } = facts;
        const params = { asset: whole(asset), level: inUsdt(threshold), price: inUsdt(price) };
        return [say(facts.kind === 'price_above' ? 'price.above' : 'price.below', params)];
      }
      case 'moved_hour':
      case 'moved_day': {
        const { asset, change, price } = facts;
        const params = { asset: whole(asset), change: inPercent(change), price: inUsdt(price) };
        return [say(facts.kind === 'moved_hour' ? 'moved.hour' : 'moved.day', params)];
      }
      case 'networks': {
        const { asset, changes: opened } = facts;
        return opened.map((it) => gate({ ...it, asset }));
      }
      case 'brief':
        return [
          say('brief.title'),
          ...facts.lines.map(({ asset, price, change, high, low, turnover }) =>
            say('brief.line', {
              asset: whole(asset),
              price: inUsdt(price),
              change: change === null ? '–' : inPercent(change),
              high: inUsdt(high),
              low: inUsdt(low),
              turnover: whole(`${rounded.format(turnover as `${number}`)} USDT`),
            }),
          ),
          ...(facts.suspended === null
            ? [say('brief.unknown')]
            : facts.suspended.length > 0
              ? facts.suspended.map(gate)
              : [say('brief.open')]),
          say('brief.advice'),
        ];
    }
  }
  return [...lines(), say('as_of', { at: whole(moment) })].join('\n');
}
