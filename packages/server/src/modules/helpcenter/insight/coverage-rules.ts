import { type IntentCoverage, type Locale, locales } from '@fairlead/contract';

/** An article under an intent that it names. */
export interface IntentArticle {
  readonly intent: string;
  readonly article_id: string;
  readonly title: string;
  /** The languages in which readers find it; none where they do not find it at all. */
  readonly locales: readonly Locale[];
}

/**
 * Each intent with the languages in which any of its articles is found, and the article to go on with: the one found in most languages,
 * the earlier of equals. Those with the fewest languages come first.
 */
export function coverageOf(articles: readonly IntentArticle[]): IntentCoverage[] {
  const byIntent = Map.groupBy(articles, (it) => it.intent);
  return [...byIntent]
    .map(([intent, own]) => {
      const best = own.reduce((a, b) => (b.locales.length > a.locales.length ? b : a));
      const found = new Set(own.flatMap((it) => it.locales));
      return {
        intent,
        locales: locales.filter((it) => found.has(it)),
        articleId: best.article_id,
        title: best.title,
      };
    })
    .sort((a, b) => a.locales.length - b.locales.length || a.intent.localeCompare(b.intent));
}
