import { findTranslations } from './find-translations.ts';
import type { Glossary, Searcher, SearchHit, SearchRequest, SearchResult } from './search-types.ts';
import { TranslationIndex } from './translation-index.ts';

/** More of a request is not read: longer texts than these are pasted by mistake. */
const longestText = 200;

/** Makes an empty searcher. The glossary finds what is called otherwise, in any language; it does not change. */
export function createSearcher({ glossary }: { glossary: Glossary }): Searcher {
  const indexes = new Map<string, TranslationIndex>();
  const indexOf = (locale: string): TranslationIndex => {
    const known = indexes.get(locale);
    if (known) return known;
    const index = new TranslationIndex(locale.split('-')[0] ?? locale, glossary);
    indexes.set(locale, index);
    return index;
  };
  return {
    put: (document) => indexOf(document.locale).put(document),
    remove: (id, locale) => indexes.get(locale)?.remove(id),
    get size() {
      return [...indexes.values()].reduce((size, index) => size + index.size, 0);
    },
    search: (request) => search(request, indexes),
  };
}

/** The reader's language first; then others, for articles that have no translation in any language before. */
function search(request: SearchRequest, indexes: ReadonlyMap<string, TranslationIndex>): SearchResult {
  const { locale, fallbackLocales = [], category, limit, filter = () => true } = request;
  const text = request.text.slice(0, longestText);
  const hits: SearchHit[] = [];
  const counts = new Map<string, number>();
  const before: TranslationIndex[] = [];
  let corrected: string | undefined;
  for (const tag of new Set([locale, ...fallbackLocales])) {
    const index = indexes.get(tag);
    if (!index) continue;
    const nothing = counts.size === 0;
    const findings = findTranslations(tag, index, {
      text,
      category,
      limit: limit - hits.length,
      accept: ({ id }) => filter(id) && (nothing || !before.some((index) => index.has(id))),
    });
    for (const [name, count] of findings.counts) counts.set(name, (counts.get(name) ?? 0) + count);
    if (findings.counts.size > 0 && hits.length === 0) corrected = findings.corrected;
    hits.push(...findings.hits);
    before.push(index);
  }
  const facets = Object.fromEntries(counts);
  return corrected === undefined ? { hits, facets } : { hits, facets, corrected };
}
