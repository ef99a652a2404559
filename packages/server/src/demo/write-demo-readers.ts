import { addCounts, findBySlug, insertSearch, putVote, setClicked } from '../modules/helpcenter/index.ts';
import { newId } from '../platform/crypto/ids.ts';
import type { Tx } from '../platform/database/database.ts';
import { demoReading, demoSearches, demoVotes } from './demo-readers.ts';

const day = 24 * 3_600_000;
/** Days of a period of the insight, and of the one before it. */
const period = 28;
const opened = demoSearches.flatMap((it) => it.opened ?? []);

/** What readers did in the last eight weeks, so that editors have something to look at. Its articles must be there. */
export async function writeDemoReaders(tx: Tx): Promise<void> {
  const ids = new Map<string, string>();
  for (const slug of new Set([...demoReading, ...demoVotes].map((it) => it.slug).concat(opened))) {
    const article = await findBySlug(tx, slug);
    if (!article) throw new Error(`the demo has no article ${slug}`);
    ids.set(slug, article.id);
  }
  const idOf = (slug: string) => ids.get(slug) ?? '';
  const ago = (days: number): Tx => ({ ...tx, now: new Date(tx.now.getTime() - days * day) });

  for (const { text, locale, results, opened, times } of demoSearches)
    for (const [before, count] of times.entries())
      for (let number = 0; number < count; number++) {
        const then = ago(before * period + ((number + 0.5) * period) / count);
        const id = newId(then.now.getTime());
        await insertSearch(then, { id, text, folded: text.toLowerCase(), locale, place: 'pages', results });
        // One in four leaves without opening anything.
        if (opened && number % 4 !== 3) await setClicked(then, id, idOf(opened));
      }

  for (let days = 0; days < 2 * period; days++) {
    // Fewer read at weekends, and fewer did before.
    const much = (days % 7 < 2 ? 0.6 : 1) * (days < period ? 1 : 0.8);
    const share = (weekly: number, at: number) => Math.round((weekly / 7) * much + ((days + at) % 3) / 3);
    await addCounts(
      ago(days),
      demoReading.map(({ slug, locale, views, clicks, contacts }, at) => ({
        articleId: idOf(slug),
        locale,
        views: share(views, at),
        clicks: share(clicks, at + 1),
        contacts: contacts === 0 ? 0 : share(contacts, at + 2),
      })),
    );
  }

  for (const { slug, locale, helpful, unhelpful } of demoVotes) {
    const vote = { articleId: idOf(slug), locale };
    for (let number = 0; number < helpful; number++)
      await putVote(ago((number * 2 * period) / helpful), {
        ...vote,
        voter: `demo-${slug}-${number}`,
        helpful: true,
        reason: null,
        comment: null,
      });
    for (const { reason, comment, daysAgo } of unhelpful)
      await putVote(ago(daysAgo), {
        ...vote,
        voter: `demo-${slug}-against-${daysAgo}`,
        helpful: false,
        reason,
        comment,
      });
  }
}
