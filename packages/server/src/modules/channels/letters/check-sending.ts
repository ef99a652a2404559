import type { MailTrouble } from '@fairlead/contract';
import type { Platform } from '../../../platform/platform.ts';
import { noteContact, readEmailInbox, readEmailSecrets } from './email-inbox-store.ts';
import { trySending } from './try-email-inbox.ts';

/**
 * Signs in to the server by which an inbox sends, so that a password that has ended is known before an answer is held up by it; notes and
 * answers what is wrong. Null as well for an inbox that does not send. Throws `channels.host_refused`.
 */
export async function checkSending(
  { database, keys, clock }: Pick<Platform, 'database' | 'keys' | 'clock'>,
  inboxId: string,
): Promise<MailTrouble | null> {
  const reader = database.reader();
  const email = await readEmailInbox(reader, keys, inboxId);
  if (!email?.smtp) return null;
  const { trouble } = await trySending(email, await readEmailSecrets(reader, keys, inboxId), clock.now());
  await database.write((tx) => noteContact(tx, inboxId, 'smtp', trouble));
  return trouble;
}
