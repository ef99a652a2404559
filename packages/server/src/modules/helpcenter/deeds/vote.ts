import { createHash } from 'node:crypto';
import type { Locale, VoteReason } from '@fairlead/contract';
import type { Caller } from '../../../platform/actor.ts';
import { fail } from '../../../platform/fail.ts';
import type { HelpCenter } from '../help-center.ts';
import { readableBy } from '../reading/rights.ts';
import { putVote } from './deed-store.ts';

/**
 * Keeps what a reader says of an article that they may read; said again it takes the place of what they said before. Who they are is
 * kept as a hash that means nothing to anybody without the installation's secret: one known to us counts once, others by network
 * address and browser. Throws `article.not_found`.
 */
export async function voteFor(
  { platform, library }: HelpCenter,
  caller: Caller,
  request: { ip: string; headers: { 'user-agent'?: string | undefined } },
  slug: string,
  vote: {
    locale: Locale;
    helpful: boolean;
    reason?: VoteReason | undefined;
    comment?: string | undefined;
  },
): Promise<void> {
  await library.ready();
  const article = library.bySlug(slug);
  if (!article || !readableBy(caller)(article)) throw fail('article.not_found');
  const who =
    caller.type === 'nobody'
      ? `${request.ip} ${request.headers['user-agent'] ?? ''}`
      : `${caller.type} ${caller.id}`;
  const salt = platform.keys.derive('help-votes').toString('base64url');
  const voter = createHash('sha256').update(`${salt} ${who}`).digest('base64url').slice(0, 24);
  await platform.database.write((tx) =>
    putVote(tx, {
      articleId: article.id,
      voter,
      locale: vote.locale,
      helpful: vote.helpful,
      reason: vote.helpful ? null : (vote.reason ?? null),
      comment: vote.helpful ? null : vote.comment || null,
    }),
  );
}
