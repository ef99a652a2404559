import type { MarketAlert } from '@fairlead/contract';
import type { Speech } from '../../text/speech.ts';

/** A number as the customer's language writes it, all of its digits. */
export const amountIn = (locale: string, amount: string): string =>
  new Intl.NumberFormat(locale, { numberingSystem: 'latn', maximumFractionDigits: 12 }).format(
    amount as `${number}`,
  );

/** What an alert waits for, in a line. */
export function sayAlert({ t, locale }: Speech, { kind, asset, threshold, network }: MarketAlert): string {
  const amount = amountIn(locale, threshold ?? '0');
  switch (kind) {
    case 'price_above':
      return t('alerts.says.above', { asset, amount });
    case 'price_below':
      return t('alerts.says.below', { asset, amount });
    case 'moved_hour':
      return t('alerts.says.hour', { asset, amount });
    case 'moved_day':
      return t('alerts.says.day', { asset, amount });
    case 'networks':
      return t('alerts.says.networks', { asset, network: network?.name ?? t('alerts.anyNetwork') });
  }
}

/** Minutes of the day as a clock shows them for an input, and back; null for what is no time. */
export const clockOf = (minutes: number): string =>
  `${Math.floor(minutes / 60)}`.padStart(2, '0') + ':' + `${minutes % 60}`.padStart(2, '0');
export function minutesOf(clock: string): number | null {
  const [, hours, minutes] = /^(\d\d):(\d\d)/.exec(clock) ?? [];
  return hours === undefined || minutes === undefined ? null : Number(hours) * 60 + Number(minutes);
}
