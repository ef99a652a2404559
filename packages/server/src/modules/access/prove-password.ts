import { fail } from '../../platform/fail.ts';
import type { Platform } from '../../platform/platform.ts';
import type { Account } from './account.ts';
import { findAccount } from './account-store.ts';
import { verifyPassword } from './hash-password.ts';
import { countAttempt, forgiveAttempt, passwordThrottles } from './throttle.ts';

/**
 * Asks somebody who is signed in for their password again, before what a borrowed screen must not do. Throws
 * `access.wrong_credentials`, or `access.too_many_attempts` after five wrong ones.
 */
export async function provePassword(
  platform: Platform,
  accountId: string,
  password: string,
): Promise<Account> {
  const throttles = passwordThrottles(accountId);
  await countAttempt(platform, throttles);
  const account = await findAccount(platform.database.reader(), accountId);
  const right = await verifyPassword(account?.passwordHash ?? null, password);
  if (!account || !right) throw fail('access.wrong_credentials');
  await platform.database.write((tx) => forgiveAttempt(tx, throttles));
  return account;
}
