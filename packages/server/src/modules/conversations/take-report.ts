import { system } from '../../platform/actor.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { Platform } from '../../platform/platform.ts';
import { findLetters } from '../channels/index.ts';
import { findConversation } from './conversation-store.ts';
import { settleDelivery } from './deliver-message.ts';
import { findMessage } from './message-store.ts';
import { sayOnce } from './say-once.ts';
import type { LetterMessage } from './shield/shield-letter.ts';

/**
 * A mail server says that letters of ours did not arrive, or that somebody called them spam: the message says so from then on, with the
 * server's words, and the agents read it in the thread. Only of letters that this inbox sent.
 */
export async function takeReport(
  tx: Tx,
  platform: Platform,
  inboxId: string,
  { kind, returned }: LetterMessage['letter'],
): Promise<void> {
  const ids = returned.flatMap(({ headerId }) => headerId ?? []);
  const sent = (await findLetters(tx, ids)).filter((it) => it.direction === 'out' && it.inboxId === inboxId);
  for (const letter of sent) {
    const { conversationId, messageId } = letter;
    if (conversationId === null) continue;
    const conversation = await findConversation(tx, conversationId);
    // A letter that told of several messages is none of them.
    const message = messageId === null ? undefined : await findMessage(tx, conversationId, messageId);
    const report = returned.find(({ headerId }) => headerId === letter.headerId);
    if (!conversation || !report) continue;
    const address = report.recipient ?? letter.parties.to[0]?.address ?? '';
    const reason = report.words.slice(0, 300);
    if (kind === 'bounce' && message) {
      const delivery = { state: 'failed' as const, error: reason };
      await settleDelivery(tx, platform, conversation, { ...message, delivery });
    }
    const line =
      kind === 'bounce'
        ? { key: 'letter_returned' as const, params: { address, reason } }
        : { key: 'letter_complaint' as const, params: { address } };
    await sayOnce(tx, platform, system('email'), conversationId, {
      ...line,
      once: `${kind} ${letter.headerId}`,
    });
  }
}
