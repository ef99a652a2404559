import type { SystemLine } from '@fairlead/contract';
import { system } from '../../platform/actor.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { Platform } from '../../platform/platform.ts';
import { changeConversations } from './change-conversations.ts';
import { queued } from './conversation-rules.ts';
import { lockConversations } from './conversation-store.ts';
import { systemLine } from './system-line.ts';

/** The assistant leaves a conversation to people without a word of its own; the line says why to them. Nothing where it does not have it. */
export async function leaveToPeople(
  tx: Tx,
  platform: Platform,
  conversationId: string,
  line: SystemLine,
): Promise<void> {
  const before = (await lockConversations(tx, [conversationId])).get(conversationId);
  if (before?.state !== 'bot') return;
  const waitingSince = before.waitingSince ?? tx.now;
  const after = queued({ ...before, waitingSince }, waitingSince);
  const actor = system('assistant');
  await changeConversations(tx, platform, [{ actor, before, after, drafts: [systemLine(line)] }]);
}
