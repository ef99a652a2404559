import type { AgentActor } from '../../platform/actor.ts';
import type { Reader } from '../../platform/database/database.ts';
import { fail } from '../../platform/fail.ts';
import type { Platform } from '../../platform/platform.ts';
import { requireAgent } from '../people/index.ts';
import { accessTicket } from './access-ticket.ts';
import type { ChangedTicket } from './change-tickets.ts';
import type { NewTicket } from './new-ticket.ts';
import { planTicket, type TicketBody } from './plan-ticket.ts';
import type { TicketRecord } from './ticket.ts';
import type { TicketWriter } from './ticket-writer.ts';

/**
 * An agent opens a ticket: on a conversation, for the back office, or as a tracker. See the endpoint `tickets.create`. Those that are opened at
 * once share commits.
 */
export async function createTicket(
  { database }: Pick<Platform, 'database'>,
  writer: TicketWriter,
  actor: AgentActor,
  body: TicketBody,
): Promise<ChangedTicket> {
  const { conversationId } = body;
  if (conversationId) return writer.openOnThread({ actor, body, conversationId });
  const reader = database.reader();
  if (body.assigneeId) await requireAgent(reader, body.assigneeId);
  const input = planTicket(actor, body, await placeOf(reader, actor, body));
  return writer.open({ actor, input });
}

/** Where one without a thread stands. */
async function placeOf(reader: Reader, actor: AgentActor, body: TicketBody): Promise<Partial<NewTicket>> {
  // Whoever opens a ticket of which no customer speaks hears what becomes of it.
  const followerIds = [actor.id];
  if (!body.parentId) return { followerIds };
  const parent = await accessTicket(reader, actor, body.parentId);
  if (!mayHaveChildren(parent) || body.tracker) throw fail('ticket.parent_refused');
  const { id: parentId, customerId, language, locale } = parent;
  return { parentId, parentWaits: body.parentWaits, customerId, language, locale, followerIds };
}

/** Children have no children of their own, and what is closed gets none. */
export const mayHaveChildren = ({ parentId, status, isTracker }: TicketRecord) =>
  parentId === null && status !== 'closed' && !isTracker;
