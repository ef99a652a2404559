import type { SideMessage } from '@fairlead/contract';
import type { AgentActor } from '../../../platform/actor.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { fail } from '../../../platform/fail.ts';
import type { Platform } from '../../../platform/platform.ts';
import { changeTicket } from '../change-tickets.ts';
import { lockSideFor, type SidePlace } from './access-side.ts';
import { deliverSideJob } from './deliver-side-job.ts';
import { presentSideMessages } from './present-side.ts';
import { findSideMessage, saveSideDelivery } from './side-message-store.ts';

/** An agent has a letter sent once more. Throws `conversation.message_not_found` and `conversation.not_failed`. */
export async function retrySide(
  tx: Tx,
  platform: Pick<Platform, 'live' | 'keys' | 'jobs'>,
  actor: AgentActor,
  place: SidePlace & { messageId: string },
): Promise<SideMessage> {
  const { ticket, side } = await lockSideFor(tx, actor, place);
  const message = await findSideMessage(tx, place.messageId);
  if (message?.sideId !== side.id) throw fail('conversation.message_not_found');
  if (message.delivery?.state !== 'failed') throw fail('conversation.not_failed');
  const queued = { ...message, delivery: { state: 'queued' as const, error: null } };
  await saveSideDelivery(tx, queued);
  await platform.jobs.enqueue(tx, deliverSideJob, { messageId: message.id });
  await changeTicket(tx, platform, { actor, before: ticket, after: ticket });
  const [view] = await presentSideMessages(tx, platform.keys, side, [queued]);
  if (!view) throw new Error('a letter has no view');
  return view;
}
