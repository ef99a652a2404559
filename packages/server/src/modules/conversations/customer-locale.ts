import { type Locale, languageOf, locales } from '@fairlead/contract';

/** The language to write to a customer in: that which they write, and of its variants that of their page. Pure. */
export function customerLocale({ language, locale }: { language: string; locale: Locale }): Locale {
  if (languageOf(locale) === language) return locale;
  return locales.find((it) => languageOf(it) === language) ?? locale;
}
