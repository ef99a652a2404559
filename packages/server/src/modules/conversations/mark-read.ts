import type { AgentActor, CustomerActor } from '../../platform/actor.ts';
import type { Tx } from '../../platform/database/database.ts';
import { fail } from '../../platform/fail.ts';
import type { Platform } from '../../platform/platform.ts';
import { lockForAgent } from './access-conversation.ts';
import { type Changed, changeConversation } from './change-conversations.ts';
import { lockConversations } from './conversation-store.ts';
import { publicSeqAt } from './message-store.ts';

/** Agents have read up to a message. Marks only move forward, and not past what is there. */
export async function markReadByAgent(
  tx: Tx,
  platform: Platform,
  actor: AgentActor,
  id: string,
  seq: number,
): Promise<Changed> {
  const before = await lockForAgent(tx, actor, id);
  const agentReadSeq = Math.min(seq, before.lastSeq);
  if (agentReadSeq <= before.agentReadSeq)
    return changeConversation(tx, platform, { actor, before, after: null });
  const agentReadPublicSeq = await publicSeqAt(tx, id, agentReadSeq);
  const after = { ...before, agentReadSeq, agentReadPublicSeq };
  return changeConversation(tx, platform, { actor, before, after });
}

/** The customer's client has received, and the customer has read, up to messages (by the customer's numbering). */
export async function markReadByCustomer(
  tx: Tx,
  platform: Platform,
  actor: CustomerActor,
  id: string,
  marks: { deliveredSeq: number; readSeq: number },
): Promise<Changed> {
  const before = (await lockConversations(tx, [id])).get(id);
  if (before?.customerId !== actor.id) throw fail('conversation.not_found');
  const readSeq = Math.min(marks.readSeq, before.lastPublicSeq);
  const customerReadSeq = Math.max(before.customerReadSeq, readSeq);
  const customerDeliveredSeq = Math.max(
    before.customerDeliveredSeq,
    customerReadSeq,
    Math.min(marks.deliveredSeq, before.lastPublicSeq),
  );
  const moved =
    customerReadSeq > before.customerReadSeq || customerDeliveredSeq > before.customerDeliveredSeq;
  const after = moved ? { ...before, customerReadSeq, customerDeliveredSeq } : null;
  return changeConversation(tx, platform, { actor, before, after });
}
