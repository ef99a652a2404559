import type { ActivityKind } from '@fairlead/contract';
import type { Speech } from '../../text/speech.ts';

/** A choice of a question about the account, as customers read it. Pure. */
export function choiceWords(
  { t, locale }: Pick<Speech, 't' | 'locale'>,
  kind: ActivityKind,
  choice: string,
): string {
  if (choice === 'none') return t('recovery.choice.none');
  switch (kind) {
    case 'deposit_asset':
      return choice === 'other' ? t('recovery.choice.other') : choice;
    case 'deposit_amount':
      return bandWords({ t, locale }, choice);
    case 'opened_month':
      return new Intl.DateTimeFormat(locale, { year: 'numeric', month: 'long', timeZone: 'UTC' }).format(
        new Date(`${choice}-15T00:00:00Z`),
      );
    case 'withdrawal_address':
      return `…${choice}`;
  }
}

function bandWords({ t, locale }: Pick<Speech, 't' | 'locale'>, band: string): string {
  const [from = '', to = ''] = band.split('..');
  const number = (text: string) =>
    new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }).format(Number(text));
  if (from === '') return t('recovery.choice.below', { to: number(to) });
  if (to === '') return t('recovery.choice.above', { from: number(from) });
  return t('recovery.choice.between', { from: number(from), to: number(to) });
}
