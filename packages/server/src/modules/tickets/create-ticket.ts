import type { ticketEndpoints } from '@fairlead/contract';
import type { z } from 'zod';
import type { AgentActor } from '../../platform/actor.ts';
import type { Reader } from '../../platform/database/database.ts';
import { fail } from '../../platform/fail.ts';
import type { Platform } from '../../platform/platform.ts';
import { lockForAgent } from '../conversations/index.ts';
import { requireAgent } from '../people/index.ts';
import { accessTicket } from './access-ticket.ts';
import type { ChangedTicket } from './change-tickets.ts';
import type { NewTicket } from './new-ticket.ts';
import { openTicket } from './open-ticket.ts';
import { sortThread } from './sort-thread.ts';
import type { TicketRecord } from './ticket.ts';
import type { TicketWriter } from './ticket-writer.ts';

type Body = z.output<(typeof ticketEndpoints)['create']['body']>;

/**
 * An agent opens a ticket: on a conversation, for the back office, or as a tracker. See the endpoint `tickets.create`. Those without a thread
 * need nothing held: they share commits.
 */
export async function createTicket(
  platform: Platform,
  writer: TicketWriter,
  actor: AgentActor,
  body: Body,
): Promise<ChangedTicket> {
  const { database } = platform;
  const { conversationId } = body;
  if (!conversationId) {
    const reader = database.reader();
    const input = await planTicket(reader, body, await placeOf(reader, actor, body));
    return writer.open({ actor, input });
  }
  return database.write(async (tx) => {
    // Held, so that it goes nowhere before the ticket is there to go along.
    const conversation = await lockForAgent(tx, actor, conversationId);
    return openTicket(tx, platform, actor, await planTicket(tx, body, { conversation }));
  });
}

async function planTicket(reader: Reader, body: Body, where: Partial<NewTicket>): Promise<NewTicket> {
  if (body.assigneeId) await requireAgent(reader, body.assigneeId);
  const { subject, priority, tags, teamId, assigneeId } = body;
  const sorted = body.category === undefined && where.conversation;
  const read = sorted ? await sortThread(reader, sorted, body.fields) : body;
  const { category = 'other', fields } = read;
  return {
    subject,
    category,
    priority,
    tags,
    fields,
    source: 'agent',
    isTracker: body.tracker,
    ...(teamId ? { teamId } : {}),
    ...(assigneeId ? { assigneeId } : {}),
    ...where,
  };
}

/** Where one without a thread stands. */
async function placeOf(reader: Reader, actor: AgentActor, body: Body): Promise<Partial<NewTicket>> {
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
