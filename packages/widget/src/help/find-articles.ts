import type { ArticleHit, endpoints, QueryOf } from '@fairlead/contract';
import type { Api } from '../session/api.ts';

type Query = QueryOf<typeof endpoints.help.search>;

/** Articles that answer a text, the best first, and what the search is called where it is kept. */
export function findArticles(
  call: Api['call'],
  query: Query,
): Promise<{ items: ArticleHit[]; searchId: string | null }> {
  const wishes = Object.entries(query).map(([name, value]) => [name, String(value)]);
  return call('GET', `/help/search?${new URLSearchParams(wishes)}`);
}
