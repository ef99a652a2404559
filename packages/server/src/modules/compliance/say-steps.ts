import { type Exposure, formatMessage, type Locale } from '@fairlead/contract';
import { cataloguesIn } from '../../platform/catalogues.ts';

const catalogues = cataloguesIn(new URL('./locales/', import.meta.url));

const say = (locale: Locale, key: string): string => formatMessage(locale, catalogues(locale)[key] ?? '');

/** What somebody has to do who wrote such a secret down, step by step, in their language. */
export const stepsInWords = (locale: Locale, exposure: Exposure): string => say(locale, `steps.${exposure}`);

/** That they may freeze their account, and what the page for it is called. */
export const freezeInWords = (locale: Locale): { offer: string; link: string } => ({
  offer: say(locale, 'freeze.offer'),
  link: say(locale, 'freeze.link'),
});

/** What the ticket about it is called. */
export const subjectInWords = (locale: Locale, exposure: Exposure): string =>
  say(locale, `subject.${exposure}`);
