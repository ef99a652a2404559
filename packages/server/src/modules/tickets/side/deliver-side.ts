import { system } from '../../../platform/actor.ts';
import type { Tx } from '../../../platform/database/database.ts';
import type { Announcement } from '../../../platform/events/event.ts';
import { errorInLine } from '../../../platform/log/error-in-log.ts';
import type { Platform } from '../../../platform/platform.ts';
import { adapterOf, deliver } from '../../channels/index.ts';
import { afterAttempt, letterLimit } from '../../conversations/index.ts';
import { changeTicket } from '../change-tickets.ts';
import { ticketSideFailed } from '../events.ts';
import { lockTickets } from '../ticket-store.ts';
import { deliverSideJob } from './deliver-side-job.ts';
import type { SideMessageRecord, SideRecord } from './side.ts';
import { sideLetter } from './side-letter.ts';
import { findSideMessage, saveSideDelivery } from './side-message-store.ts';
import { findSide } from './side-store.ts';

/** Sends letters of side conversations: afterwards each is sent or failed, or its next attempt is ordered. */
export function deliverSides(platform: Platform): void {
  const { clock, database, jobs } = platform;
  jobs.work(deliverSideJob, async ({ messageId, attempt = 1 }, { last }) => {
    const reader = database.reader();
    const message = await findSideMessage(reader, messageId);
    const side = message && (await findSide(reader, message.sideId));
    if (!side || message.delivery?.state !== 'queued') return;
    try {
      const prepared = await sideLetter(platform, side, message);
      const { id, text } = message;
      const result = await deliver(
        adapterOf('email'),
        { id, text, ...(prepared && { letter: prepared.letter }) },
        prepared?.destination,
        letterLimit,
      );
      const step = afterAttempt(result, attempt);
      if ('delivery' in step)
        return await database.write((tx) => settleSide(tx, platform, side, { ...message, ...step }));
      const after = new Date(clock.now().getTime() + step.retryIn * 1000);
      await database.write((tx) =>
        jobs.enqueue(tx, deliverSideJob, { messageId, attempt: attempt + 1 }, { after }),
      );
    } catch (error) {
      const delivery = { state: 'failed' as const, error: errorInLine(error) };
      if (last) await database.write((tx) => settleSide(tx, platform, side, { ...message, delivery }));
      throw error;
    }
  });
}

/** Notes how far a letter has come, and tells agents; a failed one stands in the time line. */
export async function settleSide(
  tx: Tx,
  platform: Pick<Platform, 'live'>,
  side: SideRecord,
  message: SideMessageRecord,
): Promise<void> {
  const ticket = (await lockTickets(tx, [side.ticketId])).get(side.ticketId);
  if (!ticket) return;
  await saveSideDelivery(tx, message);
  const fact = {
    event: ticketSideFailed as Announcement['event'],
    payload: { sideId: side.id, seq: message.seq },
  };
  const facts = message.delivery?.state === 'failed' ? [fact] : [];
  await changeTicket(tx, platform, { actor: system('email'), before: ticket, after: ticket, facts });
}
