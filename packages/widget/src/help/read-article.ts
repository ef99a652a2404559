import type { PublicArticle, VoteReason } from '@fairlead/contract';
import type { Api } from '../session/api.ts';

/** How the server is asked. */
type Call = Api['call'];

const article = (slug: string) => `/help/articles/${slug}`;

export const readArticle = (call: Call, slug: string, locale: string): Promise<PublicArticle> =>
  call('GET', `${article(slug)}?locale=${locale}`);

/** Says that an article is being read, and by which search it was found. Nobody waits for it. */
export const tellOpened = async (
  call: Call,
  { slug, locale }: PublicArticle,
  search: Promise<string | null> | undefined,
): Promise<void> =>
  call<void>('POST', `${article(slug)}/opened`, { locale, searchId: await search }).catch(() => undefined);

/** Says whether an article helped, and why not, in the language in which it was read. */
export const voteFor = (
  call: Call,
  { slug, locale }: PublicArticle,
  helpful: boolean,
  reason?: VoteReason,
): Promise<void> => call('POST', `${article(slug)}/vote`, { locale, helpful, reason });
