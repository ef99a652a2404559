import type { Library, PublishedArticle } from '../../helpcenter/index.ts';
import type { Heard } from '../understand/heard.ts';
import type { PassageFinder } from './passage-finder.ts';
import { type RankedArticle, rankArticles } from './rank-articles.ts';

/** Passages that are looked at. */
const looked = 30;

/** Articles that may answer what was heard, of those that may be read, the best first; none where nothing was understood. */
export function findArticles(
  { library, finder }: { library: Library; finder: PassageFinder },
  { text, locale, guesses }: Pick<Heard, 'text' | 'locale' | 'guesses'>,
  readable: (article: PublishedArticle) => boolean,
): RankedArticle[] {
  if (guesses.length === 0) return [];
  const all = library.articles().filter(readable);
  const found = finder.find({ text, locale, readable, limit: looked });
  return rankArticles(
    found,
    guesses,
    new Map(all.map((it) => [it.id, { id: it.id, intents: it.intents, passages: finder.of(it, locale) }])),
  );
}
