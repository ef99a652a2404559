import type { AgentActor } from '../../platform/actor.ts';
import { system } from '../../platform/actor.ts';
import type { Tx } from '../../platform/database/database.ts';
import { announce } from '../../platform/events/event.ts';
import { fail } from '../../platform/fail.ts';
import type { Platform } from '../../platform/platform.ts';
import type { Account } from './account.ts';
import { findAccountByEmail, lockAccount } from './account-store.ts';
import { signChallenge } from './challenge-token.ts';
import { nobodyId, signInRefused } from './events.ts';
import { verifyPassword } from './hash-password.ts';
import { openSession, type SignInPlace } from './start-session.ts';
import { countAttempt, forgiveAttempt, signInThrottles } from './throttle.ts';

export type SignIn =
  | { state: 'signed_in'; token: string; actor: AgentActor }
  | { state: 'two_factor'; challenge: string };

/**
 * Signs an agent in by e-mail and password, or hands out the challenge for their second factor. Neither the answer nor the time
 * that it takes tells an address that nobody has from a wrong password; that an account is disabled is said only to the
 * one who knows its password.
 */
export async function signIn(
  platform: Platform,
  { email, password }: { email: string; password: string },
  place: SignInPlace,
): Promise<SignIn> {
  const reader = platform.database.reader();
  const throttles = await signInThrottles(reader, email, place.address);
  await countAttempt(platform, throttles);
  const known = await findAccountByEmail(reader, email);
  const right = await verifyPassword(known?.passwordHash ?? null, password);
  const outcome = await platform.database.write(async (tx) => {
    const account = known && right ? await lockAccount(tx, known.id) : undefined;
    // Changed while it was verified: then it is the wrong one now.
    if (!account || account.passwordHash !== known?.passwordHash) {
      await announceRefusal(tx, known?.id ?? nobodyId, known ? 'wrong_password' : 'unknown', place);
      return { state: 'wrong' } as const;
    }
    await forgiveAttempt(tx, throttles);
    if (account.status !== 'active') {
      await announceRefusal(tx, account.id, 'disabled', place);
      return { state: 'disabled' } as const;
    }
    if (account.secondFactor) return { state: 'two_factor', account } as const;
    return { state: 'signed_in', ...(await openSession(tx, account, place, 'password')) } as const;
  });
  if (outcome.state === 'wrong') throw fail('access.wrong_credentials');
  if (outcome.state === 'disabled') throw fail('access.account_disabled');
  if (outcome.state === 'signed_in') return outcome;
  return { state: 'two_factor', challenge: await signChallenge(platform, outcome.account) };
}

/** Said by the product and not by the agent, for it may not have been them. */
export function announceRefusal(
  tx: Tx,
  accountId: Account['id'],
  reason: 'unknown' | 'wrong_password' | 'wrong_code' | 'disabled',
  place: SignInPlace,
): Promise<void> {
  const payload = { reason, address: place.address };
  return announce(tx, signInRefused, { subjectId: accountId, actor: system('access'), payload });
}
