import type { PublicArticle } from '@fairlead/contract';
import type { Api } from '../session/api.ts';

/** How the server is asked. */
type Call = Api['call'];

export const readArticle = (call: Call, slug: string, locale: string): Promise<PublicArticle> =>
  call('GET', `/help/articles/${slug}?locale=${locale}`);

/** Says whether an article helped, in the language in which it was read. */
export const voteFor = (call: Call, { slug, locale }: PublicArticle, helpful: boolean): Promise<void> =>
  call('POST', `/help/articles/${slug}/vote`, { locale, helpful });
