import type { Role } from '@fairlead/contract';
import { type Selectable, sql } from 'kysely';
import type { Reader, Tx } from '../../platform/database/database.ts';
import type { Accounts } from '../../platform/database/database-types.ts';
import type { Account, AccountStatus } from './account.ts';

export function accountOf(row: Selectable<Accounts>): Account {
  return {
    id: row.id,
    email: row.email,
    passwordHash: row.password_hash,
    roles: row.roles as Role[],
    status: row.status as AccountStatus,
    secondFactor:
      row.two_factor_secret !== null && row.two_factor_confirmed_at !== null
        ? { sealedSecret: row.two_factor_secret, lastStep: row.two_factor_last_step }
        : null,
    pendingSecret: row.two_factor_pending_secret,
  };
}

export async function findAccount(reader: Reader, id: string): Promise<Account | undefined> {
  const row = await reader.sql.selectFrom('accounts').selectAll().where('id', '=', id).executeTakeFirst();
  return row && accountOf(row);
}

/** Held until the end of the transaction, so that what is decided on the account stays true. */
export async function lockAccount(tx: Tx, id: string): Promise<Account | undefined> {
  const row = await tx.sql
    .selectFrom('accounts')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row && accountOf(row);
}

export async function findAccountByEmail(reader: Reader, email: string): Promise<Account | undefined> {
  const row = await reader.sql
    .selectFrom('accounts')
    .selectAll()
    .where(sql`lower(email)`, '=', email.toLowerCase())
    .executeTakeFirst();
  return row && accountOf(row);
}

export async function listAccounts(reader: Reader, ids: readonly string[]): Promise<Account[]> {
  if (ids.length === 0) return [];
  const rows = await reader.sql.selectFrom('accounts').selectAll().where('id', 'in', ids).execute();
  return rows.map(accountOf);
}

/** Whether anybody was ever given an account here: else the installation waits for its first administrator. */
export async function hasAccounts(reader: Reader): Promise<boolean> {
  return (await reader.sql.selectFrom('accounts').select('id').limit(1).executeTakeFirst()) !== undefined;
}

/** Makes set-ups wait for each other. */
export async function lockSetUp(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('access.set_up'))`.execute(tx.sql);
}

/** False when somebody has the e-mail address already, in whatever case it is written. */
export async function insertAccount(
  tx: Tx,
  account: Pick<Account, 'id' | 'email' | 'passwordHash' | 'roles' | 'status'>,
): Promise<boolean> {
  const row = await tx.sql
    .insertInto('accounts')
    .values({
      id: account.id,
      email: account.email,
      password_hash: account.passwordHash,
      roles: account.roles,
      status: account.status,
      created_at: tx.now,
    })
    // Without a conflict's error the transaction can go on to say what is wrong.
    .onConflict((conflict) => conflict.expression(sql`lower(email)`).doNothing())
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

export async function updateAccount(
  tx: Tx,
  id: string,
  change: { passwordHash?: string; roles?: Role[]; status?: AccountStatus },
): Promise<void> {
  await tx.sql
    .updateTable('accounts')
    .set({
      ...(change.passwordHash === undefined ? {} : { password_hash: change.passwordHash }),
      ...(change.roles === undefined ? {} : { roles: change.roles }),
      ...(change.status === undefined ? {} : { status: change.status }),
    })
    .where('id', '=', id)
    .execute();
}

/** The active administrators. */
export async function listAdministrators(reader: Reader): Promise<string[]> {
  const rows = await reader.sql
    .selectFrom('accounts')
    .select('id')
    .where('status', '=', 'active')
    .where(sql<boolean>`'administrator' = any(roles)`)
    .orderBy('id')
    .execute();
  return rows.map((row) => row.id);
}

/** The active administrators, held in a fixed order, so that two changes at once cannot remove the last two. */
export async function lockAdministrators(tx: Tx): Promise<string[]> {
  const rows = await tx.sql
    .selectFrom('accounts')
    .select('id')
    .where('status', '=', 'active')
    .where(sql<boolean>`'administrator' = any(roles)`)
    .orderBy('id')
    .forUpdate()
    .execute();
  return rows.map((row) => row.id);
}
