import { findTranslations } from './find-translations.ts';
import { GlossaryIndex } from './glossary-index.ts';
import type { Glossary, Searcher, SearchHit, SearchRequest, SearchResult } from './search-types.ts';
import { TranslationIndex } from './translation-index.ts';

/** More of a request is not read: longer texts than these are pasted by mistake. */
const longestText = 200;

interface Shelf {
  readonly index: TranslationIndex;
  readonly glossary: GlossaryIndex;
}

/** Makes an empty searcher. The glossary finds what is called otherwise, in any language; it does not change. */
export function createSearcher({ glossary }: { glossary: Glossary }): Searcher {
  const shelves = new Map<string, Shelf>();
  const shelfOf = (locale: string): Shelf => {
    const known = shelves.get(locale);
    if (known) return known;
    const index = new TranslationIndex(locale.split('-')[0] ?? locale);
    const shelf = { index, glossary: new GlossaryIndex(glossary, index.vocabulary) };
    shelves.set(locale, shelf);
    return shelf;
  };
  return {
    put: (document) => shelfOf(document.locale).index.put(document),
    remove: (id, locale) => shelves.get(locale)?.index.remove(id),
    get size() {
      return [...shelves.values()].reduce((size, { index }) => size + index.size, 0);
    },
    search: (request) => search(request, shelves),
  };
}

/** The reader's language first; then others, for articles that have no translation in any language before. */
function search(request: SearchRequest, shelves: ReadonlyMap<string, Shelf>): SearchResult {
  const { locale, fallbackLocales = [], category, limit, filter = () => true } = request;
  const text = request.text.slice(0, longestText);
  const hits: SearchHit[] = [];
  const counts = new Map<string, number>();
  const before: TranslationIndex[] = [];
  let corrected: string | undefined;
  for (const tag of new Set([locale, ...fallbackLocales])) {
    const shelf = shelves.get(tag);
    if (!shelf) continue;
    const nothing = counts.size === 0;
    const findings = findTranslations(tag, shelf.index, shelf.glossary, {
      text,
      category,
      limit: limit - hits.length,
      accept: ({ id }) => filter(id) && (nothing || !before.some((index) => index.has(id))),
    });
    for (const [name, count] of findings.counts) counts.set(name, (counts.get(name) ?? 0) + count);
    if (findings.counts.size > 0 && hits.length === 0) corrected = findings.corrected;
    hits.push(...findings.hits);
    before.push(shelf.index);
  }
  const facets = Object.fromEntries(counts);
  return corrected === undefined ? { hits, facets } : { hits, facets, corrected };
}
