import { type Caller, nobody } from '../../platform/actor.ts';
import type { Platform } from '../../platform/platform.ts';
import { shareCommits } from '../../platform/share-commits.ts';
import { actorOf } from './account.ts';
import { lacksSecondFactor } from './policy.ts';
import { seenEvery, sessionExpiry, sessionTokenIn } from './session-rules.ts';
import { type FoundSession, findSessions, touchSession } from './session-store.ts';

/** What carries a session cookie: a request of either HTTP server, the upgrade to a socket, or the header itself. */
type CookieBearer = string | undefined | { readonly headers: { readonly cookie?: string | undefined } };

/**
 * Makes what tells which agent a request or an upgrade to a socket comes from, by its session cookie, and keeps the session alive. Requests that come
 * while others are looked up share the next look, which begins after they came: none is let in by what no longer holds.
 */
export function createAgentIdentifier({
  database,
}: Pick<Platform, 'database'>): (from: CookieBearer) => Promise<Caller> {
  const find = shareCommits<string, FoundSession | undefined>(async (tokens, settle) => {
    const sessions = await findSessions(database.reader(), tokens);
    for (const [index, session] of sessions.entries()) settle(index, session);
  });
  return async (from) => {
    const token = sessionTokenIn(typeof from === 'object' ? from.headers.cookie : from);
    if (token === undefined) return nobody;
    const session = await find(token);
    if (session?.account.status !== 'active') return nobody;
    const { now } = database.reader();
    if (now.getTime() - session.lastSeenAt.getTime() >= seenEvery) {
      await database.write((tx) => touchSession(tx, session.id, sessionExpiry(session.createdAt, tx.now)));
    }
    return actorOf(session.account, session.id, lacksSecondFactor(session.account, session.policy));
  };
}
