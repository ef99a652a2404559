import type { SystemLine } from '@fairlead/contract';
import type { Actor } from '../../platform/actor.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { Platform } from '../../platform/platform.ts';
import { changeConversations } from './change-conversations.ts';
import { lockConversations } from './conversation-store.ts';
import { findByClientKeys } from './message-store.ts';
import { systemLine } from './system-line.ts';

/**
 * Writes a system line into a thread once per key, so that a fact that is told of twice is said once. With `at` it stands there as said
 * then, but never before what the thread holds already. For a module above.
 */
export async function sayOnce(
  tx: Tx,
  platform: Platform,
  actor: Actor,
  conversationId: string,
  line: { key: SystemLine; params: Record<string, string | number>; once: string; at?: Date },
): Promise<void> {
  const before = (await lockConversations(tx, [conversationId])).get(conversationId);
  const clientKey = `line:${line.once}`;
  if (!before || (await findByClientKeys(tx, [{ conversationId, clientKey }])).length > 0) return;
  const draft = { ...systemLine(line.key, line.params), clientKey };
  const { at = tx.now } = line;
  const now = at > before.lastActivityAt ? at : before.lastActivityAt;
  await changeConversations({ ...tx, now }, platform, [{ actor, before, after: before, drafts: [draft] }]);
}
