import type { Article, HelpCategory, Locale, TranslationStanding } from '@fairlead/contract';
import type { Standing } from './list/article-search.ts';

/** How a translation stands, in one word. What needs work goes first: outdated before what is being written, that before current. */
export function standingOf(
  translation: Pick<TranslationStanding, 'state' | 'currency'> | undefined,
): Standing {
  if (!translation) return 'missing';
  if (translation.state === 'archived') return 'archived';
  if (translation.currency === 'outdated') return 'outdated';
  return translation.state === 'published' ? 'current' : translation.state;
}

/** The title in a language, or in the source where there is none. */
export function titleIn(article: Pick<Article, 'translations' | 'sourceLocale'>, locale: Locale): string {
  const of = (wanted: Locale) => article.translations.find((it) => it.locale === wanted)?.title;
  return of(locale) ?? of(article.sourceLocale) ?? '';
}

/** The name of a category in a language, or in English, or in any. */
export function categoryName({ texts, slug }: Pick<HelpCategory, 'texts' | 'slug'>, locale: Locale): string {
  return (texts[locale] ?? texts.en ?? Object.values(texts)[0])?.name ?? slug;
}
