import type { AgentActor } from '../../platform/actor.ts';
import { fail } from '../../platform/fail.ts';
import type { Platform } from '../../platform/platform.ts';
import { lockAccount } from './account-store.ts';
import { passwordMark, readChallenge } from './challenge-token.ts';
import { announceRefusal } from './sign-in.ts';
import { openSession, type SignInPlace } from './start-session.ts';
import { takeCode } from './take-code.ts';
import { codeThrottles, countAttempt, forgiveAttempt } from './throttle.ts';

/** Finishes a sign-in whose password was right, by a code of the authenticator app or a recovery code. */
export async function signInSecondFactor(
  platform: Platform,
  { challenge, code }: { challenge: string; code: string },
  place: SignInPlace,
): Promise<{ token: string; actor: AgentActor }> {
  const read = await readChallenge(platform, challenge);
  if (!read) throw fail('access.link_expired');
  const throttles = codeThrottles(read.accountId);
  await countAttempt(platform, throttles);
  const outcome = await platform.database.write(async (tx) => {
    const account = await lockAccount(tx, read.accountId);
    if (!account?.secondFactor || passwordMark(account) !== read.passwordMark)
      throw fail('access.link_expired');
    if (account.status !== 'active') throw fail('access.account_disabled');
    const by = await takeCode(tx, platform.keys, account, code);
    if (!by) {
      await announceRefusal(tx, account.id, 'wrong_code', place);
      return null;
    }
    await forgiveAttempt(tx, throttles);
    return openSession(tx, account, place, by);
  });
  // Thrown after the commit, which keeps the announcement.
  if (!outcome) throw fail('access.wrong_code');
  return outcome;
}
