import { type Caller, nobody } from '../../platform/actor.ts';
import type { Platform } from '../../platform/platform.ts';
import { actorOf } from './account.ts';
import { lacksSecondFactor } from './policy.ts';
import { seenEvery, sessionExpiry, sessionTokenIn } from './session-rules.ts';
import { findSession, touchSession } from './session-store.ts';

/** What carries a session cookie: a request of either HTTP server, the upgrade to a socket, or the header itself. */
type CookieBearer = string | undefined | { readonly headers: { readonly cookie?: string | undefined } };

/** Which agent a request or an upgrade to a socket comes from, by its session cookie. Keeps the session alive. */
export async function identifyAgent(platform: Platform, from: CookieBearer): Promise<Caller> {
  const token = sessionTokenIn(typeof from === 'object' ? from.headers.cookie : from);
  if (token === undefined) return nobody;
  const reader = platform.database.reader();
  const session = await findSession(reader, token);
  if (session?.account.status !== 'active') return nobody;
  if (reader.now.getTime() - session.lastSeenAt.getTime() >= seenEvery) {
    await platform.database.write((tx) =>
      touchSession(tx, session.id, sessionExpiry(session.createdAt, tx.now)),
    );
  }
  return actorOf(session.account, session.id, lacksSecondFactor(session.account, session.policy));
}
