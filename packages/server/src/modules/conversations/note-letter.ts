import { newId } from '../../platform/crypto/ids.ts';
import type { Platform } from '../../platform/platform.ts';
import { type EmailInbox, insertLetter, type OutboundLetter } from '../channels/index.ts';

/**
 * Notes a letter of ours as sent, before it is: whatever comes back is known by its Message-ID, even if we die right after the server's
 * yes. Noting it again changes nothing.
 */
export async function noteLetter(
  { database }: Pick<Platform, 'database'>,
  inbox: EmailInbox,
  letter: OutboundLetter,
  place: { conversationId: string; messageId: string | null; address: string },
): Promise<void> {
  const { conversationId, messageId, address } = place;
  await database.write(async (tx) => {
    await insertLetter(tx, {
      id: newId(),
      inboxId: inbox.inboxId,
      direction: 'out',
      headerId: letter.headerId,
      conversationId,
      messageId,
      kind: 'letter',
      subject: letter.subject,
      parties: { from: letter.from, replyTo: [], to: [{ address, name: null }], cc: letter.cc },
      references: letter.references,
      html: null,
      body: null,
      proof: null,
      rawKey: null,
      createdAt: tx.now,
    });
  });
}
