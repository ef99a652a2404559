import type { ArticleHit, endpoints, QueryOf } from '@fairlead/contract';
import type { Api } from '../session/api.ts';

type Query = QueryOf<typeof endpoints.help.search>;

/** Articles that answer a text, the best first. */
export async function findArticles(call: Api['call'], query: Query): Promise<ArticleHit[]> {
  const wishes = Object.entries(query).map(([name, value]) => [name, String(value)]);
  const found = await call<{ items: ArticleHit[] }>('GET', `/help/search?${new URLSearchParams(wishes)}`);
  return found.items;
}
