import type { AgentActor } from '../../platform/actor.ts';
import { newId } from '../../platform/crypto/ids.ts';
import { newSecret } from '../../platform/crypto/secrets.ts';
import type { Tx } from '../../platform/database/database.ts';
import { announce } from '../../platform/events/event.ts';
import { fail } from '../../platform/fail.ts';
import { type Account, actorOf } from './account.ts';
import { findAccount } from './account-store.ts';
import { signedIn } from './events.ts';
import { lacksSecondFactor, readPolicy } from './policy.ts';
import { sessionCookieName, sessionExpiry } from './session-rules.ts';
import { insertSession } from './session-store.ts';
import { rememberPlace } from './throttle.ts';

/** Where somebody signs in from, as they can recognise it in the list of their sessions. */
export interface SignInPlace {
  address: string;
  userAgent: string;
}

export type SignInWay = 'password' | 'second_factor' | 'recovery_code' | 'invitation' | 'setup';

/** Signs an account in that proved itself. The token leaves once, in the cookie; its hash stays. */
export async function openSession(
  tx: Tx,
  account: Account,
  place: SignInPlace,
  by: SignInWay,
): Promise<{ token: string; actor: AgentActor }> {
  const id = newId();
  const token = newSecret();
  const { address } = place;
  const userAgent = place.userAgent.slice(0, 300);
  const expiresAt = sessionExpiry(tx.now, tx.now);
  await rememberPlace(tx, account.email, address);
  await insertSession(tx, { id, accountId: account.id, token, expiresAt, address, userAgent });
  const actor = actorOf(account, id, lacksSecondFactor(account, await readPolicy(tx)));
  await announce(tx, signedIn, { subjectId: account.id, actor, payload: { sessionId: id, by, address } });
  return { token, actor };
}

/**
 * Signs an account in without asking for anything: for those who have proved who they are, and for tests.
 * `cookie` is what a client sends back in its `cookie` header.
 */
export async function startSession(
  tx: Tx,
  accountId: string,
  place: SignInPlace,
): Promise<{ token: string; cookie: string }> {
  const account = await findAccount(tx, accountId);
  if (!account) throw fail('people.not_found');
  const { token } = await openSession(tx, account, place, 'password');
  return { token, cookie: `${sessionCookieName}=${token}` };
}
