import type { TicketStatus } from '@fairlead/contract';
import type { SystemActor } from '../../platform/actor.ts';
import { newId } from '../../platform/crypto/ids.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { Platform } from '../../platform/platform.ts';
import { changeTicket } from './change-tickets.ts';
import { insertComment } from './comment-store.ts';
import type { NewTicket } from './new-ticket.ts';
import { openTicket } from './open-ticket.ts';
import type { TicketRecord } from './ticket.ts';
import { withStatus } from './ticket-rules.ts';

/** The cause of what is brought in: it happened long ago, and nobody is told of it. */
export const broughtIn = 'brought_in';

/** A case that was dealt with before, elsewhere or in a story. */
export interface PastTicket extends NewTicket {
  /** Who brings it in. */
  readonly cause: SystemActor;
  readonly openedAt: Date;
  readonly standing: TicketStatus;
  /** Since when it stands so; not before it was opened. */
  readonly standingSince: Date;
  readonly comments: ReadonlyArray<{ author: { id: string; name: string }; text: string }>;
}

/** Writes a past ticket with the times it had, by the same way as if it were opened then. */
export async function importTicket(
  tx: Tx,
  platform: Pick<Platform, 'live'>,
  past: PastTicket,
): Promise<TicketRecord> {
  const { cause: actor, openedAt, standing, standingSince } = past;
  const { record } = await openTicket({ ...tx, now: openedAt }, platform, actor, past);
  for (const [index, { author, text }] of past.comments.entries()) {
    const id = newId(openedAt.getTime());
    const seq = index + 1;
    await insertComment(tx, {
      id,
      seq,
      author,
      text,
      attachmentIds: [],
      ticketId: record.id,
      clientKey: id,
      createdAt: openedAt,
    });
  }
  const commented = { ...record, commentCount: past.comments.length };
  // What was closed had been solved before.
  const solved = standing === 'closed' ? withStatus(commented, 'solved', openedAt) : commented;
  const after = standing === solved.status ? solved : withStatus(solved, standing, standingSince);
  const at = { ...tx, now: standingSince };
  return (await changeTicket(at, platform, { actor, before: record, after, cause: broughtIn })).record;
}
