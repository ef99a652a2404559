import type { Actor } from '../../platform/actor.ts';
import type { Tx } from '../../platform/database/database.ts';
import { announce } from '../../platform/events/event.ts';
import type { Platform } from '../../platform/platform.ts';
import { moveUnsentAttachments } from './attachments/attachment-store.ts';
import { changeConversations } from './change-conversations.ts';
import { listOfCustomer, lockConversations } from './conversation-store.ts';
import { conversationsMerged } from './events.ts';
import { systemLine } from './system-line.ts';

/** A visitor's conversations become the verified customer's, each with a line that says so. */
export async function mergeConversations(
  tx: Tx,
  platform: Platform,
  actor: Actor,
  fromCustomerId: string,
  toCustomerId: string,
): Promise<void> {
  const found = await listOfCustomer(tx, fromCustomerId, 1000);
  const locked = await lockConversations(
    tx,
    found.map((it) => it.id),
  );
  await changeConversations(
    tx,
    platform,
    [...locked.values()].map((before) => ({
      actor,
      before,
      after: { ...before, customerId: toCustomerId },
      drafts: [systemLine('merged')],
    })),
  );
  await moveUnsentAttachments(tx, fromCustomerId, toCustomerId);
  await announce(tx, conversationsMerged, {
    subjectId: toCustomerId,
    actor,
    payload: { fromCustomerId, toCustomerId },
  });
}
