import { formatMessage, type Locale } from '@fairlead/contract';
import { type SecretFamily, sayRemoved } from '@fairlead/shield';
import { wireCatalogue } from '../../../platform/catalogues.ts';
import { keepOut } from './keep-out.ts';

const say = (locale: Locale, key: string): string => formatMessage(locale, wireCatalogue(locale)[key] ?? '');

/** A text with its marks put into words, for customers: consoles do so in the language of their agent. */
export const sayMarks = (text: string, locale: Locale): string =>
  sayRemoved(text, (kind) => say(locale, `removed.${kind}`));

/** A text of a customer without secrets, with words instead of marks: for what has no thread, such as the subject of a ticket. */
export const withoutSecretsSaid = (text: string, locale: Locale): string =>
  sayMarks(keepOut(text).text, locale);

/** What a customer is told once something was taken out of their words: in a letter. Threads say it by a system line of the same words. */
export const warningWords = (family: SecretFamily, locale: Locale): string =>
  say(locale, `system.secret_removed_${family}`);
