import type { SocialTrouble } from '@fairlead/contract';
import { z } from 'zod';
import type { Keys } from '../../../platform/crypto/secrets.ts';
import type { Reader, Tx } from '../../../platform/database/database.ts';
import type { Account } from '../port.ts';
import type { Granted, SocialInbox } from './social-inbox.ts';

const credentials = z.record(z.string(), z.string());
const secrets = z.array(z.string());

/** How an inbox signs in to its platform, and what is known of it there; undefined until it is set up. */
export async function readSocialInbox(
  reader: Reader,
  keys: Keys,
  inboxId: string,
): Promise<SocialInbox | undefined> {
  const row = await reader.sql
    .selectFrom('social_inboxes')
    .selectAll()
    .where('inbox_id', '=', inboxId)
    .executeTakeFirst();
  return (
    row && {
      inboxId: row.inbox_id,
      credentials: credentials.parse(JSON.parse(keys.open(row.credentials))),
      webhookSecrets: secrets.parse(JSON.parse(keys.open(row.webhook_secrets))),
      account: row.account as Account | null,
      lastContactAt: row.last_contact_at,
      lastError: row.last_error as SocialTrouble | null,
      granted: grantedOf(keys, row),
    }
  );
}

/** Who we are on the platform of an inbox; null where that is not known. */
export async function readSocialAccount(reader: Reader, inboxId: string): Promise<Account | null> {
  const row = await reader.sql
    .selectFrom('social_inboxes')
    .select('account')
    .where('inbox_id', '=', inboxId)
    .executeTakeFirst();
  return (row?.account as Account | null | undefined) ?? null;
}

/** What the platform gave for a time, opened. */
export function grantedOf(
  keys: Keys,
  row: { granted: string | null; granted_until: Date | null },
): Granted | null {
  if (row.granted === null || row.granted_until === null) return null;
  return { credentials: credentials.parse(JSON.parse(keys.open(row.granted))), until: row.granted_until };
}

/** As it is kept. */
export const grantColumns = (keys: Keys, granted: Granted | null) => ({
  granted: granted && keys.seal(JSON.stringify(granted.credentials)),
  granted_until: granted && granted.until,
  renewing_until: null,
});

/** Writes what an inbox signs in with, the first time or again, as it was just tried with the platform. */
export async function saveSocialInbox(
  tx: Tx,
  keys: Keys,
  inbox: Pick<SocialInbox, 'inboxId' | 'credentials' | 'webhookSecrets' | 'account'> & {
    /** Left out, what was granted stays. */
    readonly granted?: Granted | null;
  },
): Promise<void> {
  const values = {
    credentials: keys.seal(JSON.stringify(inbox.credentials)),
    webhook_secrets: keys.seal(JSON.stringify(inbox.webhookSecrets)),
    account: inbox.account && JSON.stringify(inbox.account),
    last_contact_at: tx.now,
    last_error: null,
    poll_after: null,
    ...(inbox.granted !== undefined && grantColumns(keys, inbox.granted)),
  };
  await tx.sql
    .insertInto('social_inboxes')
    .values({ inbox_id: inbox.inboxId, ...values })
    .onConflict((at) => at.column('inbox_id').doUpdateSet(values))
    .execute();
}

/** Puts back how an inbox was set up, or that it was not. */
export async function restoreSocialInbox(
  tx: Tx,
  keys: Keys,
  inboxId: string,
  before: SocialInbox | undefined,
): Promise<void> {
  if (!before) {
    await tx.sql.deleteFrom('social_inboxes').where('inbox_id', '=', inboxId).execute();
    return;
  }
  await saveSocialInbox(tx, keys, before);
  await tx.sql
    .updateTable('social_inboxes')
    .set({
      last_contact_at: before.lastContactAt,
      last_error: before.lastError && JSON.stringify(before.lastError),
    })
    .where('inbox_id', '=', inboxId)
    .execute();
}

/** All inboxes that are connected to a platform. */
export async function listSocialInboxes(
  reader: Reader,
): Promise<Pick<SocialInbox, 'inboxId' | 'account' | 'lastContactAt' | 'lastError'>[]> {
  const rows = await reader.sql
    .selectFrom('social_inboxes')
    .select(['inbox_id', 'account', 'last_contact_at', 'last_error'])
    .execute();
  return rows.map((row) => ({
    inboxId: row.inbox_id,
    account: row.account as Account | null,
    lastContactAt: row.last_contact_at,
    lastError: row.last_error as SocialTrouble | null,
  }));
}

/** Notes that the platform answered or wrote as it should (null), with who we are there where it said so, or what is wrong with it. */
export async function noteSocialContact(
  tx: Tx,
  inboxId: string,
  trouble: SocialTrouble | null,
  account?: Account | null,
): Promise<void> {
  await tx.sql
    .updateTable('social_inboxes')
    .set(
      trouble
        ? { last_error: JSON.stringify(trouble) }
        : {
            last_contact_at: tx.now,
            last_error: null,
            ...(account && { account: JSON.stringify(account) }),
          },
    )
    .where('inbox_id', '=', inboxId)
    .execute();
}
