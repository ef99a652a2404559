import type { Locale } from '@fairlead/contract';
import type { Caller } from '../../../platform/actor.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { fail } from '../../../platform/fail.ts';
import type { HelpCenter } from '../help-center.ts';
import { readableBy } from '../reading/rights.ts';
import { addCounts, putOpening, setClicked, takeOpenings } from './deed-store.ts';

/** Who begins a conversation within this time of opening an article was not helped by it, in milliseconds. */
const soon = 60 * 60_000;

/**
 * Counts that a reader has opened an article, and from which search. Agents are no readers. Throws `article.not_found` where it is none
 * that they may read.
 */
export async function openArticle(
  { platform, library, deeds }: HelpCenter,
  caller: Caller,
  slug: string,
  { locale, searchId }: { locale: Locale; searchId: string | null },
): Promise<void> {
  await library.ready();
  const article = library.bySlug(slug);
  if (!article || !readableBy(caller)(article)) throw fail('article.not_found');
  if (caller.type === 'agent') return;
  deeds.count(article.id, locale, 'views');
  if (searchId) deeds.count(article.id, locale, 'clicks');
  const customerId = caller.type === 'customer' ? caller.id : null;
  if (!searchId && !customerId) return;
  await platform.database.write(async (tx) => {
    if (searchId) await setClicked(tx, searchId, article.id);
    if (customerId) await putOpening(tx, { customerId, articleId: article.id, locale });
  });
}

/** These customers have begun a conversation: what they had opened shortly before did not help them, and is counted so, once. */
export async function countContacts(tx: Tx, customerIds: readonly string[]): Promise<void> {
  const opened = await takeOpenings(tx, customerIds, new Date(tx.now.getTime() - soon));
  const counts = new Map<string, { articleId: string; locale: Locale; contacts: number }>();
  for (const it of opened) {
    const key = `${it.articleId} ${it.locale}`;
    counts.set(key, { ...it, contacts: (counts.get(key)?.contacts ?? 0) + 1 });
  }
  await addCounts(
    tx,
    [...counts.values()].map((it) => ({ ...it, views: 0, clicks: 0 })),
  );
}
