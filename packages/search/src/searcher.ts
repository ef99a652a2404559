import { findTranslations } from './find-translations.ts';
import type {
  Glossary,
  SearchDocument,
  Searcher,
  SearchHit,
  SearchRequest,
  SearchResult,
} from './search-types.ts';
import { TranslationIndex } from './translation-index.ts';

/** More of a request is not read: longer texts than these are pasted by mistake. */
const longestText = 200;

/**
 * Makes an empty searcher. The glossary finds what is called otherwise, in any language; it does not change. A language is indexed when it is
 * searched for the first time: until then its documents only lie ready, so that nobody waits for languages that nobody reads.
 */
export function createSearcher({ glossary }: { glossary: Glossary }): Searcher {
  const indexes = new Map<string, TranslationIndex>();
  const ready = new Map<string, Map<string, SearchDocument>>();

  function indexOf(locale: string): TranslationIndex | undefined {
    const documents = ready.get(locale);
    if (!documents) return indexes.get(locale);
    const index = new TranslationIndex(locale.split('-')[0] ?? locale, glossary);
    for (const document of documents.values()) index.put(document);
    ready.delete(locale);
    indexes.set(locale, index);
    return index;
  }

  return {
    put(document) {
      const { id, locale } = document;
      const index = indexes.get(locale);
      if (index) index.put(document);
      else ready.set(locale, (ready.get(locale) ?? new Map<string, SearchDocument>()).set(id, document));
    },
    remove(id, locale) {
      indexes.get(locale)?.remove(id);
      ready.get(locale)?.delete(id);
    },
    get size() {
      return [...indexes.values(), ...ready.values()].reduce((size, it) => size + it.size, 0);
    },
    search: (request) => search(request, indexOf),
  };
}

/** The reader's language first; then others, for articles that have no translation in any language before. */
function search(
  request: SearchRequest,
  indexOf: (locale: string) => TranslationIndex | undefined,
): SearchResult {
  const { locale, fallbackLocales = [], category, limit, filter = () => true } = request;
  const text = request.text.slice(0, longestText);
  const hits: SearchHit[] = [];
  const counts = new Map<string, number>();
  const before: TranslationIndex[] = [];
  let corrected: string | undefined;
  for (const tag of new Set([locale, ...fallbackLocales])) {
    const index = indexOf(tag);
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
