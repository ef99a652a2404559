import { newId } from '../../platform/crypto/ids.ts';
import { hashSecret } from '../../platform/crypto/secrets.ts';
import type { Reader, Tx } from '../../platform/database/database.ts';
import type { LinkPurpose } from './link-rules.ts';

/** Keeps a link's hash. Earlier links of the account for the same purpose work no more. */
export async function replaceLink(
  tx: Tx,
  link: { accountId: string; purpose: LinkPurpose; token: string; expiresAt: Date },
): Promise<void> {
  await removeLinks(tx, link.accountId, link.purpose);
  await tx.sql
    .insertInto('account_links')
    .values({
      id: newId(),
      account_id: link.accountId,
      purpose: link.purpose,
      token_hash: hashSecret(link.token),
      created_at: tx.now,
      expires_at: link.expiresAt,
    })
    .execute();
}

/** The account of a link that can still be used. */
export async function findLink(
  reader: Reader,
  purpose: LinkPurpose,
  token: string,
): Promise<string | undefined> {
  const row = await reader.sql
    .selectFrom('account_links')
    .select('account_id')
    .where('token_hash', '=', hashSecret(token))
    .where('purpose', '=', purpose)
    .where('used_at', 'is', null)
    .where('expires_at', '>', reader.now)
    .executeTakeFirst();
  return row?.account_id;
}

/** Uses a link up. Answers its account, or undefined when it cannot be used (any more). */
export async function takeLink(tx: Tx, purpose: LinkPurpose, token: string): Promise<string | undefined> {
  const row = await tx.sql
    .updateTable('account_links')
    .set({ used_at: tx.now })
    .where('token_hash', '=', hashSecret(token))
    .where('purpose', '=', purpose)
    .where('used_at', 'is', null)
    .where('expires_at', '>', tx.now)
    .returning('account_id')
    .executeTakeFirst();
  return row?.account_id;
}

/** When the newest link of an account was made. */
export async function lastLinkAt(
  reader: Reader,
  accountId: string,
  purpose: LinkPurpose,
): Promise<Date | undefined> {
  const row = await reader.sql
    .selectFrom('account_links')
    .select('created_at')
    .where('account_id', '=', accountId)
    .where('purpose', '=', purpose)
    .orderBy('created_at', 'desc')
    .executeTakeFirst();
  return row?.created_at;
}

export async function removeLinks(tx: Tx, accountId: string, purpose?: LinkPurpose): Promise<void> {
  let query = tx.sql.deleteFrom('account_links').where('account_id', '=', accountId);
  if (purpose) query = query.where('purpose', '=', purpose);
  await query.execute();
}

export async function removeExpiredLinks(tx: Tx): Promise<void> {
  await tx.sql.deleteFrom('account_links').where('expires_at', '<=', tx.now).execute();
}
