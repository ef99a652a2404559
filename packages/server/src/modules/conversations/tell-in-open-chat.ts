import { system } from '../../platform/actor.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { Platform } from '../../platform/platform.ts';
import { cleanText } from './append-messages.ts';
import { changeConversations } from './change-conversations.ts';
import { findOpen, lockConversations } from './conversation-store.ts';
import { findByClientKeys } from './message-store.ts';

/**
 * Says something to a customer in the chat that they have open, in the assistant's voice, once per key; who has the conversation stays as it is. False where they
 * have none open: none is begun for it. For a module above.
 */
export async function tellInOpenChat(
  tx: Tx,
  platform: Platform,
  customerId: string,
  { text, once }: { text: string; once: string },
): Promise<boolean> {
  const open = await findOpen(tx, customerId);
  const before = open && (await lockConversations(tx, [open.id])).get(open.id);
  if (!before || before.state === 'closed') return false;
  const clientKey = `told:${once}`;
  if ((await findByClientKeys(tx, [{ conversationId: before.id, clientKey }])).length > 0) return true;
  await changeConversations(tx, platform, [
    {
      actor: system('alerts'),
      before,
      after: before,
      drafts: [
        {
          kind: 'text',
          author: { type: 'bot', id: null, name: null },
          text: cleanText(text),
          clientKey,
          delivery: { state: 'sent', error: null },
        },
      ],
    },
  ]);
  return true;
}
