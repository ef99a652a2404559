export { foldText } from './fold-text.ts';
export type {
  Fragment,
  Glossary,
  SearchDocument,
  Searcher,
  SearchHit,
  SearchRequest,
  SearchResult,
} from './search-types.ts';
export { createSearcher } from './searcher.ts';
