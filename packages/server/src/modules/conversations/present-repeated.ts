import type { Tx } from '../../platform/database/database.ts';
import { fail } from '../../platform/fail.ts';
import type { Platform } from '../../platform/platform.ts';
import type { Changed } from './change-conversations.ts';
import type { ConversationRecord, MessageRecord } from './conversation.ts';
import { presentOne } from './present-one.ts';
import { keepOut } from './shield/keep-out.ts';

/**
 * Answers a post whose key was used before with what it wrote then. Throws `conversation.key_reused` when this one says something
 * else: a client that gives one key to two messages would otherwise lose the second.
 */
export async function presentRepeated(
  tx: Tx,
  platform: Platform,
  conversation: ConversationRecord,
  written: MessageRecord,
  post: { readonly text: string; readonly attachmentIds: readonly string[] },
): Promise<Changed> {
  const same =
    // What was written then had its secrets taken out.
    (written.text === post.text ||
      written.text === keepOut(post.text).text ||
      written.text === keepOut(post.text, true).text) &&
    written.attachmentIds.toSorted().join() === post.attachmentIds.toSorted().join();
  if (!same) throw fail('conversation.key_reused');
  return presentOne(tx, platform.keys, conversation, [written]);
}
