import { type Locale, locales } from '@fairlead/contract';

/** What stands beside a text: how readers see it, the source, or what it said before. */
const articleViews = ['preview', 'source', 'revisions'] as const;
export type ArticleView = (typeof articleViews)[number];

/** What the address of an article says; without a language it is the source. */
export function articleViewSearch(raw: Record<string, unknown>): { language?: Locale; view?: ArticleView } {
  const language = locales.find((it) => it === raw['language']);
  const view = articleViews.find((it) => it === raw['view']);
  return { ...(language ? { language } : {}), ...(view ? { view } : {}) };
}
