import { formatMessage, type Locale, type MessageParams, type TellingKind } from '@fairlead/contract';
import { cataloguesIn } from '../../platform/catalogues.ts';

const catalogues = cataloguesIn(new URL('./locales/', import.meta.url));

/** What letters to customers say for a key, in the customer's language. */
export const letterWords = (locale: Locale, key: string, params: MessageParams = {}): string =>
  formatMessage(locale, catalogues(locale)[key] ?? '', params);

/** How a case stands, in as few words as templates of platforms hold. */
export const noticeWords = (locale: Locale, status: TellingKind): string =>
  letterWords(locale, `notice.${status}`);
