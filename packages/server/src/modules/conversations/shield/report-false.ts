import type { AgentActor } from '../../../platform/actor.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { announce } from '../../../platform/events/event.ts';
import { fail } from '../../../platform/fail.ts';
import { accessForAgent } from '../access-conversation.ts';
import { removalReported } from '../events.ts';
import { lockRemoval, saveReport } from './removal-store.ts';

/** An agent says that what was removed was no secret, or takes that back. Nothing comes back by it. Throws `conversation.not_found`, `shield.not_found`. */
export async function reportFalse(
  tx: Tx,
  actor: AgentActor,
  { conversationId, removalId }: { conversationId: string; removalId: string },
  was: boolean,
): Promise<void> {
  const { id } = await accessForAgent(tx, actor, conversationId);
  const removal = await lockRemoval(tx, id, removalId);
  if (!removal) throw fail('shield.not_found');
  if ((removal.reportedAt !== null) === was) return;
  await saveReport(tx, id, removalId, was ? actor.id : null);
  await announce(tx, removalReported, { subjectId: id, actor, payload: { removalId, was } });
}
