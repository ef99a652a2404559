import type { endpoints, MailTrouble, ResponseOf } from '@fairlead/contract';
import type { ImapFlowOptions } from 'imapflow';
import { Failure, fail } from '../../../platform/fail.ts';
import { nodemailer } from '../../../platform/mail/nodemailer.ts';
import type { Platform } from '../../../platform/platform.ts';
import { readInbox } from '../inbox-store.ts';
import type { EmailInbox, EmailSecrets } from './email-inbox.ts';
import { noteContact, readEmailInbox, readEmailSecrets } from './email-inbox-store.ts';
import { imapOptions } from './imap-options.ts';
import { mailTrouble } from './mail-trouble.ts';
import { signedIn } from './signed-in.ts';
import { smtpOptions } from './smtp-options.ts';

/**
 * Signs in to the servers of an inbox as it is set up now, both at once, notes and says what came of it; nothing is fetched or sent. Throws
 * `channels.inbox_not_found`, `channels.not_set_up`, `channels.host_refused`.
 */
export async function tryEmailInbox(
  { database, keys, clock }: Pick<Platform, 'database' | 'keys' | 'clock'>,
  inboxId: string,
): Promise<ResponseOf<typeof endpoints.channels.tryEmailInbox>> {
  const reader = database.reader();
  const inbox = await readInbox(reader, inboxId);
  if (inbox?.channel !== 'email') throw fail('channels.inbox_not_found');
  const email = await readEmailInbox(reader, keys, inboxId);
  if (!email) throw fail('channels.not_set_up');
  const secrets = await readEmailSecrets(reader, keys, inboxId);
  const now = clock.now();
  const [imap, smtp] = await Promise.all([
    email.imap && troubleOf(() => signedIn(secrets, () => imapOptions(email, secrets, now), signInToImap)),
    email.smtp && trySending(email, secrets, now),
  ]);
  await database.write(async (tx) => {
    if (imap) await noteContact(tx, inboxId, 'imap', imap.trouble);
    if (smtp) await noteContact(tx, inboxId, 'smtp', smtp.trouble);
  });
  return { imap, smtp };
}

/** Signs in to the server by which an inbox sends. Throws `channels.host_refused`. */
export const trySending = (email: EmailInbox, secrets: EmailSecrets, now: Date) =>
  troubleOf(() => signedIn(secrets, () => smtpOptions(email, secrets, now), signInToSmtp));

async function troubleOf(work: () => Promise<void>): Promise<{ trouble: MailTrouble | null }> {
  try {
    await work();
    return { trouble: null };
  } catch (error) {
    if (error instanceof Failure && error.code === 'channels.host_refused') throw error;
    return { trouble: mailTrouble(error) };
  }
}

async function signInToImap(options: ImapFlowOptions): Promise<void> {
  const { ImapFlow } = await import('imapflow');
  const client = new ImapFlow({ ...options, verifyOnly: true });
  // What goes wrong is told by `connect` as well; without a listener it would end the process.
  client.on('error', () => {});
  await client.connect();
}

async function signInToSmtp(options: Awaited<ReturnType<typeof smtpOptions>>): Promise<void> {
  const transport = nodemailer().createTransport({ ...options, pool: true });
  try {
    await transport.verify();
  } finally {
    transport.close();
  }
}
