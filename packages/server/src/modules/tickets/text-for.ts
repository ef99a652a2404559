import { type Locale, languageOf } from '@fairlead/contract';

/** The text in the reader's language, or one in the same language of another region, or the one that stands in for all. */
export function textFor(
  texts: Readonly<Partial<Record<Locale, string>>>,
  fallback: Locale | null,
  locale: Locale,
): string | undefined {
  const near = (Object.keys(texts) as Locale[]).find((it) => languageOf(it) === languageOf(locale));
  return texts[locale] ?? (near && texts[near]) ?? (fallback ? texts[fallback] : undefined);
}
