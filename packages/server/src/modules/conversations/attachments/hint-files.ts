import type { Tx } from '../../../platform/database/database.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { ConversationRecord } from '../conversation.ts';
import { agentTopics } from '../hints.ts';
import { messagesWithFiles } from '../message-store.ts';
import { presentOne } from '../present-one.ts';

/** Tells agents, after commit, that files of a conversation show otherwise than before. */
export async function hintFiles(
  tx: Tx,
  { keys, live }: Pick<Platform, 'keys' | 'live'>,
  conversation: ConversationRecord,
  fileIds: readonly string[],
): Promise<void> {
  const messages = await messagesWithFiles(tx, conversation.id, fileIds);
  const view = await presentOne(tx, keys, conversation, messages);
  for (const message of view.messages)
    live.hint(tx, agentTopics(conversation), { type: 'message.changed', message });
}
