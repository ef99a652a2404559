import { type Selectable, sql } from 'kysely';
import { hashSecret } from '../../platform/crypto/secrets.ts';
import type { Reader, Tx } from '../../platform/database/database.ts';
import type { Accounts } from '../../platform/database/database-types.ts';
import { prepared } from '../../platform/database/prepared.ts';
import type { Account } from './account.ts';
import { accountOf } from './account-store.ts';
import { type Policy, policyKey, policyOf } from './policy.ts';
import { seenEvery } from './session-rules.ts';

/** A sign-in that still holds. */
export interface SessionRecord {
  id: string;
  accountId: string;
  createdAt: Date;
  lastSeenAt: Date;
  expiresAt: Date;
  address: string;
  userAgent: string;
}

export async function insertSession(
  tx: Tx,
  session: {
    id: string;
    accountId: string;
    token: string;
    expiresAt: Date;
    address: string;
    userAgent: string;
  },
): Promise<void> {
  await tx.sql
    .insertInto('agent_sessions')
    .values({
      id: session.id,
      account_id: session.accountId,
      token_hash: hashSecret(session.token),
      created_at: tx.now,
      last_seen_at: tx.now,
      expires_at: session.expiresAt,
      address: session.address,
      user_agent: session.userAgent,
    })
    .execute();
}

/** A sign-in that holds, whose it is and what is demanded of everybody. */
export interface FoundSession {
  readonly id: string;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
  readonly account: Account;
  readonly policy: Policy;
}

/**
 * The sessions of tokens, in their order; undefined for one that is over. In one statement, since every request of an agent asks.
 */
export async function findSessions(
  reader: Reader,
  tokens: readonly string[],
): Promise<Array<FoundSession | undefined>> {
  const hashes = tokens.map(hashSecret);
  const { rows } = await sql<
    Selectable<Accounts> & {
      token_hash: string;
      session_id: string;
      session_created_at: Date;
      last_seen_at: Date;
      policy: unknown;
    }
  >`${prepared}
    select a.id, a.email, a.password_hash, a.roles, a.status, a.two_factor_secret, a.two_factor_pending_secret,
      a.two_factor_confirmed_at, a.two_factor_last_step, a.created_at,
      s.token_hash, s.id as session_id, s.created_at as session_created_at, s.last_seen_at,
      (select value from settings where key = ${policyKey}) as policy
    from agent_sessions s join accounts a on a.id = s.account_id
    where s.token_hash = any(${hashes}::text[]) and s.expires_at > ${reader.now}
  `.execute(reader.sql);
  const found = new Map(
    rows.map((row) => [
      row.token_hash,
      {
        id: row.session_id,
        createdAt: row.session_created_at,
        lastSeenAt: row.last_seen_at,
        account: accountOf(row),
        policy: policyOf(row.policy),
      },
    ]),
  );
  return hashes.map((hash) => found.get(hash));
}

/** Moves the end of a session that is in use. Of many requests at once only the first writes. */
export async function touchSession(tx: Tx, id: string, expiresAt: Date): Promise<void> {
  await tx.sql
    .updateTable('agent_sessions')
    .set({ last_seen_at: tx.now, expires_at: expiresAt })
    .where('id', '=', id)
    .where('last_seen_at', '<=', new Date(tx.now.getTime() - seenEvery))
    .execute();
}

/** The sessions of an account that hold, last seen first. */
export async function listSessionsOf(reader: Reader, accountId: string): Promise<SessionRecord[]> {
  const rows = await reader.sql
    .selectFrom('agent_sessions')
    .selectAll()
    .where('account_id', '=', accountId)
    .where('expires_at', '>', reader.now)
    .orderBy('last_seen_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    accountId: row.account_id,
    createdAt: row.created_at,
    lastSeenAt: row.last_seen_at,
    expiresAt: row.expires_at,
    address: row.address,
    userAgent: row.user_agent,
  }));
}

/** Removes sessions of an account: one, or all but one, or all. Answers the ids of those removed. */
export async function removeSessions(
  tx: Tx,
  accountId: string,
  which: { only?: string; except?: string },
): Promise<string[]> {
  let query = tx.sql.deleteFrom('agent_sessions').where('account_id', '=', accountId);
  if (which.only !== undefined) query = query.where('id', '=', which.only);
  if (which.except !== undefined) query = query.where('id', '<>', which.except);
  return (await query.returning('id').execute()).map((row) => row.id);
}

/** Removes what ran out, on all accounts. */
export async function removeExpiredSessions(tx: Tx): Promise<Array<{ id: string; accountId: string }>> {
  const rows = await tx.sql
    .deleteFrom('agent_sessions')
    .where('expires_at', '<=', tx.now)
    .returning(['id', 'account_id'])
    .execute();
  return rows.map((row) => ({ id: row.id, accountId: row.account_id }));
}

/** Those of the sessions that hold now, on accounts that may sign in, with the roles their agents have now. */
export async function listLiveSessions(
  reader: Reader,
  ids: readonly string[],
): Promise<Map<string, string[]>> {
  if (ids.length === 0) return new Map();
  const rows = await reader.sql
    .selectFrom('agent_sessions as s')
    .innerJoin('accounts as a', 'a.id', 's.account_id')
    .select(['s.id', 'a.roles'])
    .where('s.id', 'in', ids)
    .where('s.expires_at', '>', reader.now)
    .where('a.status', '=', 'active')
    .execute();
  return new Map(rows.map((row) => [row.id, row.roles]));
}
