import type { Permission } from '@fairlead/contract';
import { type Selectable, sql } from 'kysely';
import { hashSecret } from '../../platform/crypto/secrets.ts';
import type { Reader, Tx } from '../../platform/database/database.ts';
import type { Accounts, ApiTokens } from '../../platform/database/database-types.ts';
import { prepared } from '../../platform/database/prepared.ts';
import type { Account } from './account.ts';
import { accountOf } from './account-store.ts';
import { type Policy, policyKey, policyOf } from './policy.ts';

/** A token as it is kept: without its secret. */
export interface ApiTokenRecord {
  readonly id: string;
  readonly accountId: string;
  readonly name: string;
  readonly permissions: readonly Permission[];
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly lastUsedAt: Date | null;
}

const recordOf = (row: Selectable<ApiTokens>): ApiTokenRecord => ({
  id: row.id,
  accountId: row.account_id,
  name: row.name,
  permissions: row.permissions as Permission[],
  createdAt: row.created_at,
  expiresAt: row.expires_at,
  lastUsedAt: row.last_used_at,
});

export async function insertApiToken(tx: Tx, record: ApiTokenRecord, token: string): Promise<void> {
  await tx.sql
    .insertInto('api_tokens')
    .values({
      id: record.id,
      account_id: record.accountId,
      name: record.name,
      token_hash: hashSecret(token),
      permissions: [...record.permissions],
      created_at: record.createdAt,
      expires_at: record.expiresAt,
    })
    .execute();
}

/** A token that holds, whose it is and what is demanded of everybody. */
export interface FoundApiToken {
  readonly id: string;
  readonly permissions: readonly Permission[];
  readonly lastUsedAt: Date | null;
  readonly account: Account;
  readonly policy: Policy;
}

/** In one statement, since every request by a token asks. Undefined for one that there is not, or that ended. */
export async function findApiToken(reader: Reader, token: string): Promise<FoundApiToken | undefined> {
  const {
    rows: [row],
  } = await sql<
    Selectable<Accounts> & {
      token_id: string;
      permissions: Permission[];
      last_used_at: Date | null;
      policy: unknown;
    }
  >`${prepared}
    select a.id, a.email, a.password_hash, a.roles, a.status, a.two_factor_secret, a.two_factor_pending_secret,
      a.two_factor_confirmed_at, a.two_factor_last_step, a.created_at,
      t.id as token_id, t.permissions, t.last_used_at,
      (select value from settings where key = ${policyKey}) as policy
    from api_tokens t join accounts a on a.id = t.account_id
    where t.token_hash = ${hashSecret(token)} and t.expires_at > ${reader.now}
  `.execute(reader.sql);
  return (
    row && {
      id: row.token_id,
      permissions: row.permissions,
      lastUsedAt: row.last_used_at,
      account: accountOf(row),
      policy: policyOf(row.policy),
    }
  );
}

/** Notes that it was used; of many requests at once the last word is as good as any. */
export async function touchApiToken(tx: Tx, id: string): Promise<void> {
  await tx.sql.updateTable('api_tokens').set({ last_used_at: tx.now }).where('id', '=', id).execute();
}

/** Of one account, or of all; the newest first. */
export async function listApiTokens(reader: Reader, accountId: string | null): Promise<ApiTokenRecord[]> {
  let query = reader.sql.selectFrom('api_tokens').selectAll();
  if (accountId !== null) query = query.where('account_id', '=', accountId);
  const rows = await query.orderBy('created_at', 'desc').orderBy('id', 'desc').execute();
  return rows.map(recordOf);
}

/** How many of an account hold. */
export async function countApiTokens(reader: Reader, accountId: string): Promise<number> {
  const { count } = await reader.sql
    .selectFrom('api_tokens')
    .select((it) => it.fn.countAll<string>().as('count'))
    .where('account_id', '=', accountId)
    .where('expires_at', '>', reader.now)
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** Removes one token, where `accountId` is given only if it is that account's; or all of an account. Answers those removed. */
export async function removeApiTokens(
  tx: Tx,
  which: { id?: string; accountId?: string },
): Promise<ApiTokenRecord[]> {
  if (which.id === undefined && which.accountId === undefined) return [];
  let query = tx.sql.deleteFrom('api_tokens');
  if (which.id !== undefined) query = query.where('id', '=', which.id);
  if (which.accountId !== undefined) query = query.where('account_id', '=', which.accountId);
  return (await query.returningAll().execute()).map(recordOf);
}

/** Removes those that expired before a moment. */
export async function removeApiTokensExpiredBefore(tx: Tx, moment: Date): Promise<void> {
  await tx.sql.deleteFrom('api_tokens').where('expires_at', '<', moment).execute();
}
