import type { PortalTicket } from '@fairlead/contract';
import type { CustomerActor } from '../../platform/actor.ts';
import type { Tx } from '../../platform/database/database.ts';
import { announce } from '../../platform/events/event.ts';
import { fail } from '../../platform/fail.ts';
import type { Platform } from '../../platform/platform.ts';
import { keepOut } from '../conversations/index.ts';
import { lockOwn } from './access-own.ts';
import { ticketRated } from './events.ts';
import { mayRate } from './portal-rules.ts';
import { findRating, saveRating } from './portal-store.ts';
import { presentOwn } from './present-own.ts';

/**
 * A customer rates how their ticket was solved, or changes that. The same again changes and announces nothing. Throws
 * `ticket.rating_refused` before it is solved, and when it is too late to change.
 */
export async function rateOwn(
  tx: Tx,
  platform: Pick<Platform, 'mail'>,
  actor: CustomerActor,
  id: string,
  input: { score: number; comment: string },
): Promise<PortalTicket> {
  const ticket = await lockOwn(tx, actor, id);
  const before = await findRating(tx, id);
  const { score } = input;
  const comment = keepOut(input.comment.replaceAll('\u0000', '').toWellFormed().trim()).text;
  if (before?.score === score && before.comment === comment) return presentOwn(tx, platform, ticket);
  if (!mayRate(ticket, before?.ratedAt ?? null, tx.now)) throw fail('ticket.rating_refused');
  await saveRating(tx, id, { score, comment, ratedAt: before?.ratedAt ?? tx.now });
  const payload = { score, before: before?.score ?? null, commented: comment !== '' };
  await announce(tx, ticketRated, { subjectId: id, actor, payload });
  return presentOwn(tx, platform, ticket);
}
