import { system } from '../../platform/actor.ts';
import { announce } from '../../platform/events/event.ts';
import { fail } from '../../platform/fail.ts';
import type { Platform } from '../../platform/platform.ts';
import { findAccount, lockAccount, updateAccount } from './account-store.ts';
import { endSessions } from './end-sessions.ts';
import { passwordChanged } from './events.ts';
import { hashPassword } from './hash-password.ts';
import { findLink, takeLink } from './link-store.ts';
import { refuseWeakPassword } from './password-rules.ts';
import { bySignInPlace, forgiveAttempt, rememberPlace } from './throttle.ts';

/** Sets a new password by the link that was sent. Every session ends; the second factor stays in force. */
export async function completePasswordReset(
  platform: Platform,
  { token, password }: { token: string; password: string },
  address: string,
): Promise<void> {
  const reader = platform.database.reader();
  const accountId = await findLink(reader, 'password_reset', token);
  const known = accountId === undefined ? undefined : await findAccount(reader, accountId);
  if (!known) throw fail('access.link_expired');
  refuseWeakPassword(password, known.email);
  const passwordHash = await hashPassword(password);
  await platform.database.write(async (tx) => {
    const taken = await takeLink(tx, 'password_reset', token);
    const account = taken === undefined ? undefined : await lockAccount(tx, taken);
    if (account?.status !== 'active') throw fail('access.link_expired');
    const actor = system('access.password_reset');
    await updateAccount(tx, account.id, { passwordHash });
    await announce(tx, passwordChanged, { subjectId: account.id, actor, payload: { by: 'reset_link' } });
    await endSessions(tx, actor, account.id, 'password_reset');
    // Whoever locked themselves out by guessing may use what they know now.
    await forgiveAttempt(tx, [bySignInPlace(account.email, address)]);
    await rememberPlace(tx, account.email, address);
  });
}
