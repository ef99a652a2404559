import type { Role } from '@fairlead/contract';
import { newId } from '../../platform/crypto/ids.ts';
import type { Tx } from '../../platform/database/database.ts';
import { fail } from '../../platform/fail.ts';
import type { AccountStatus } from './account.ts';
import { insertAccount } from './account-store.ts';

/**
 * Makes an account and answers its id. Without a password (hashed with hashPassword, before the transaction) it is `invited`.
 * Throws `access.email_taken`. The profile is for the people module to make, under the same id.
 */
export async function createAccount(
  tx: Tx,
  account: {
    id?: string;
    email: string;
    passwordHash?: string | null;
    roles: readonly Role[];
    status?: AccountStatus;
  },
): Promise<string> {
  const id = account.id ?? newId();
  const passwordHash = account.passwordHash ?? null;
  const inserted = await insertAccount(tx, {
    id,
    email: account.email,
    passwordHash,
    roles: [...new Set(account.roles)],
    status: account.status ?? (passwordHash === null ? 'invited' : 'active'),
  });
  if (!inserted) throw fail('access.email_taken');
  return id;
}
