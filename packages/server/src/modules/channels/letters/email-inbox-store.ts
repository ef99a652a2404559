import { emailSettings, type MailTrouble } from '@fairlead/contract';
import type { Selectable } from 'kysely';
import { z } from 'zod';
import type { Keys } from '../../../platform/crypto/secrets.ts';
import type { Reader, Tx } from '../../../platform/database/database.ts';
import type { EmailInboxes } from '../../../platform/database/database-types.ts';
import { prepared } from '../../../platform/database/prepared.ts';
import type { EmailInbox, EmailSecrets } from './email-inbox.ts';

const sealed = z.object({
  imapPassword: z.string().optional(),
  smtpPassword: z.string().optional(),
  oauth: z
    .object({
      tokenUrl: z.string(),
      clientId: z.string(),
      clientSecret: z.string(),
      refreshToken: z.string(),
    })
    .optional(),
  dkimKey: z.string().optional(),
});

const open = (keys: Keys, text: string | null): EmailSecrets =>
  text === null ? {} : sealed.parse(JSON.parse(keys.open(text)));

function inboxOf(keys: Keys, row: Selectable<EmailInboxes>): EmailInbox {
  const secrets = open(keys, row.secrets);
  return {
    ...emailSettings.parse({
      address: row.address,
      fromName: row.from_name,
      signatures: row.signatures,
      imap: row.imap,
      smtp: row.smtp,
      dkim: row.dkim,
    }),
    inboxId: row.inbox_id,
    kept: {
      imapPassword: secrets.imapPassword !== undefined,
      smtpPassword: secrets.smtpPassword !== undefined,
      oauth: secrets.oauth !== undefined,
      dkimKey: secrets.dkimKey !== undefined,
    },
    lastContactAt: row.last_contact_at,
    lastError: row.last_error as MailTrouble | null,
    sendingError: row.sending_error as MailTrouble | null,
  };
}

/** How an inbox receives and sends; undefined until it is set up. */
export async function readEmailInbox(
  reader: Reader,
  keys: Keys,
  inboxId: string,
): Promise<EmailInbox | undefined> {
  const row = await reader.sql
    .selectFrom('email_inboxes')
    .selectAll()
    .where('inbox_id', '=', inboxId)
    .executeTakeFirst();
  return row && inboxOf(keys, row);
}

/** The inbox whose address the product's own letters to customers bear, if any: the oldest that is switched on and can send. */
export async function readSendingInbox(reader: Reader, keys: Keys): Promise<EmailInbox | undefined> {
  const row = await reader.sql
    .selectFrom('email_inboxes')
    .innerJoin('inboxes', 'inboxes.id', 'email_inboxes.inbox_id')
    .selectAll('email_inboxes')
    .where('inboxes.enabled', '=', true)
    .where('email_inboxes.smtp', 'is not', null)
    .orderBy('inboxes.created_at')
    .orderBy('inboxes.id')
    .limit(1)
    .executeTakeFirst();
  return row && inboxOf(keys, row);
}

/** The passwords and keys of an inbox, for whoever signs in to its servers. */
export async function readEmailSecrets(reader: Reader, keys: Keys, inboxId: string): Promise<EmailSecrets> {
  const row = await reader.sql
    .selectFrom('email_inboxes')
    .select('secrets')
    .where('inbox_id', '=', inboxId)
    .executeTakeFirst();
  return open(keys, row?.secrets ?? null);
}

/** The inbox that has an address, in lower case; undefined for a free one. */
export async function inboxOfAddress(reader: Reader, address: string): Promise<string | undefined> {
  const row = await reader.sql
    .selectFrom('email_inboxes')
    .modifyFront(prepared)
    .select('inbox_id')
    .where('address', '=', address)
    .executeTakeFirst();
  return row?.inbox_id;
}

/** The addresses of all inboxes, in lower case. */
export async function listAddresses(reader: Reader): Promise<string[]> {
  const rows = await reader.sql.selectFrom('email_inboxes').select('address').execute();
  return rows.map((row) => row.address);
}

/** Writes settings and secrets, the first time or again; what was known of its servers is then to be found out anew. */
export async function saveEmailInbox(
  tx: Tx,
  keys: Keys,
  inbox: Pick<EmailInbox, 'inboxId' | 'address' | 'fromName' | 'signatures' | 'imap' | 'smtp' | 'dkim'>,
  secrets: EmailSecrets,
): Promise<void> {
  const values = {
    address: inbox.address,
    from_name: inbox.fromName,
    signatures: JSON.stringify(inbox.signatures),
    imap: inbox.imap && JSON.stringify(inbox.imap),
    smtp: inbox.smtp && JSON.stringify(inbox.smtp),
    dkim: inbox.dkim && JSON.stringify(inbox.dkim),
    secrets: Object.keys(secrets).length === 0 ? null : keys.seal(JSON.stringify(secrets)),
    last_error: null,
    sending_error: null,
  };
  await tx.sql
    .insertInto('email_inboxes')
    .values({ inbox_id: inbox.inboxId, ...values })
    .onConflict((at) => at.column('inbox_id').doUpdateSet(values))
    .execute();
}

/** How all e-mail inboxes get along with their servers. */
export async function listEmailHealth(
  reader: Reader,
): Promise<Pick<EmailInbox, 'inboxId' | 'lastContactAt' | 'lastError' | 'sendingError'>[]> {
  const rows = await reader.sql
    .selectFrom('email_inboxes')
    .select(['inbox_id', 'last_contact_at', 'last_error', 'sending_error'])
    .execute();
  return rows.map((row) => ({
    inboxId: row.inbox_id,
    lastContactAt: row.last_contact_at,
    lastError: row.last_error as MailTrouble | null,
    sendingError: row.sending_error as MailTrouble | null,
  }));
}

/** Notes that the server from which an inbox fetches, or by which it sends, answered as it should (null), or what is wrong with it. */
export async function noteContact(
  tx: Tx,
  inboxId: string,
  server: 'imap' | 'smtp',
  trouble: MailTrouble | null,
): Promise<void> {
  const error = trouble && JSON.stringify(trouble);
  await tx.sql
    .updateTable('email_inboxes')
    .set({
      ...(server === 'imap' ? { last_error: error } : { sending_error: error }),
      ...(!trouble && { last_contact_at: tx.now }),
    })
    .where('inbox_id', '=', inboxId)
    .execute();
}
