import { type Catalogue, formatMessage, type MessageParams } from '@fairlead/contract/format-message';
import { type Locale, languageOf } from '@fairlead/contract/locale';
import type english from '../../locales/en.json';

/** The widget's own texts. */
export type TextKey = keyof typeof english;

/** Texts in the customer's language. */
export interface Texts {
  locale: Locale;
  t: (key: TextKey, params?: MessageParams) => string;
  /** A text of the contract: an error, a line of the system, a topic. */
  wire: (
    key: `error.${string}` | `system.${string}` | `topic.${string}` | 'translation.mark' | 'place.public_on',
    params?: MessageParams,
  ) => string;
}

/** Speaks from a catalogue. What it lacks says nothing, and `onMissing` hears that it is wanted. */
export function textsIn(locale: Locale, catalogue: Catalogue, onMissing = () => {}): Texts {
  function text(key: string, params?: MessageParams) {
    const found = catalogue[key];
    if (found === undefined) onMissing();
    return formatMessage(locale, found ?? '', params);
  }
  return { locale, t: text, wire: text };
}

/** The names of languages without their regions, listed as the locale does. */
export function languageList(locale: Locale, languages: readonly string[]): string {
  const names = new Intl.DisplayNames(locale, { type: 'language' });
  const found = languages.map((language) => names.of(languageOf(language)) ?? language);
  return new Intl.ListFormat(locale).format(found);
}
