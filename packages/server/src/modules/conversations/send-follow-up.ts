import { system } from '../../platform/actor.ts';
import type { Platform } from '../../platform/platform.ts';
import {
  adapterOf,
  deliver,
  letterDestination,
  makePlusAddress,
  type OutboundLetter,
  plusKey,
  readSendingInbox,
} from '../channels/index.ts';
import { antiPhishingCodeAt } from '../people/index.ts';
import { composeLetter } from './compose-letter.ts';
import type { ConversationRecord } from './conversation.ts';
import { letterLimit } from './letter-of-message.ts';
import { noteLetter } from './note-letter.ts';
import { sayOnce } from './say-once.ts';

/** Whether answers can follow customers at all: from an e-mail inbox, or by the product's own mail. */
export async function canFollowUp({ database, keys, mail }: Platform): Promise<boolean> {
  return mail.configured || (await readSendingInbox(database.reader(), keys)) !== undefined;
}

/**
 * Sends what a customer who left has not read. From an e-mail inbox where there is one: their answer to the letter then goes on in the
 * same conversation. Else from the product's own address, where nobody reads answers. Throws when the letter was not taken and is to be
 * tried again, under the same Message-ID: `upTo` is the public place of the last message that it tells of. What is
 * refused for good is said to the agents in the thread.
 */
export async function sendFollowUp(
  platform: Platform,
  conversation: ConversationRecord,
  to: string,
  { subject, text: words, upTo }: { subject: string; text: string; upTo: number },
): Promise<void> {
  const { database, keys, mail } = platform;
  const reader = database.reader();
  const inbox = await readSendingInbox(reader, keys);
  const { locale, customerId } = conversation;
  const code = await antiPhishingCodeAt(reader, keys, customerId, to);
  const { text, html } = composeLetter({ locale, text: words, signature: '', answered: null, code });
  if (!inbox) return mail.send({ to, subject, text, html });
  const letter: OutboundLetter = {
    headerId: `${conversation.id}.${upTo}@${inbox.address.split('@')[1]}`,
    subject,
    from: { address: inbox.address, name: inbox.fromName },
    replyTo: makePlusAddress(inbox.address, conversation.id, plusKey(keys)),
    cc: [],
    references: [],
    text,
    html,
    files: [],
  };
  await noteLetter(platform, inbox, letter, {
    conversationId: conversation.id,
    messageId: null,
    address: to,
  });
  const destination = await letterDestination(platform, inbox, to);
  const result = await deliver(
    adapterOf('email'),
    { id: letter.headerId, text, letter },
    destination,
    letterLimit,
  );
  if (result.state === 'retry') throw new Error(result.reason);
  if (result.state === 'failed')
    await database.write((tx) =>
      sayOnce(tx, platform, system('email'), conversation.id, {
        key: 'letter_returned',
        params: { address: to, reason: result.reason },
        once: `returned ${letter.headerId}`,
      }),
    );
}
