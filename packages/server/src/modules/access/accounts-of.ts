import type { Role } from '@fairlead/contract';
import type { Reader } from '../../platform/database/database.ts';
import type { AccountStatus } from './account.ts';
import { listAccounts } from './account-store.ts';

/** What colleagues may know of how an agent signs in. */
export interface AccountSummary {
  email: string;
  roles: Role[];
  status: AccountStatus;
  twoFactor: boolean;
}

/** The accounts with these ids; an id that has none is left out. */
export async function accountsOf(
  reader: Reader,
  ids: readonly string[],
): Promise<Map<string, AccountSummary>> {
  const accounts = await listAccounts(reader, ids);
  return new Map(
    accounts.map(({ id, email, roles, status, secondFactor }) => [
      id,
      { email, roles, status, twoFactor: secondFactor !== null },
    ]),
  );
}
