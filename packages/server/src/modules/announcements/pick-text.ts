import { defaultLocale, type Locale, languageOf } from '@fairlead/contract';

/**
 * The text that a reader of a language is given: theirs, else one of the same language (Chinese in other characters), else English, else the source. Null
 * where there is none at all. Pure.
 */
export function pickText<T extends { readonly locale: Locale }>(
  texts: readonly T[],
  wanted: Locale,
  source: Locale,
): T | null {
  const of = (matches: (locale: Locale) => boolean) => texts.find((it) => matches(it.locale));
  return (
    of((it) => it === wanted) ??
    of((it) => languageOf(it) === languageOf(wanted)) ??
    of((it) => it === defaultLocale) ??
    of((it) => it === source) ??
    texts[0] ??
    null
  );
}
