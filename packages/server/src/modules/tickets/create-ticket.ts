import type { ticketEndpoints } from '@fairlead/contract';
import type { z } from 'zod';
import type { AgentActor } from '../../platform/actor.ts';
import type { Tx } from '../../platform/database/database.ts';
import { fail } from '../../platform/fail.ts';
import type { Platform } from '../../platform/platform.ts';
import { lockForAgent } from '../conversations/index.ts';
import { requireAgent } from '../people/index.ts';
import { accessTicket } from './access-ticket.ts';
import type { ChangedTicket } from './change-tickets.ts';
import { type NewTicket, openTicket } from './open-ticket.ts';
import { sortThread } from './sort-thread.ts';
import type { TicketRecord } from './ticket.ts';

type Body = z.output<(typeof ticketEndpoints)['create']['body']>;

/** An agent opens a ticket: on a conversation, for the back office, or as a tracker. See the endpoint `tickets.create`. */
export async function createTicket(
  tx: Tx,
  platform: Pick<Platform, 'live'>,
  actor: AgentActor,
  body: Body,
): Promise<ChangedTicket> {
  const where = await placeOf(tx, actor, body);
  if (body.assigneeId) await requireAgent(tx, body.assigneeId);
  const { subject, priority, tags, teamId, assigneeId } = body;
  const sorted = body.category === undefined && where.conversation;
  const read = sorted ? await sortThread(tx, sorted, body.fields) : body;
  const { category = 'other', fields } = read;
  return openTicket(tx, platform, actor, {
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
  });
}

async function placeOf(tx: Tx, actor: AgentActor, body: Body): Promise<Partial<NewTicket>> {
  // Held, so that it goes nowhere before the ticket is there to go along.
  if (body.conversationId) return { conversation: await lockForAgent(tx, actor, body.conversationId) };
  // Whoever opens a ticket of which no customer speaks hears what becomes of it.
  const followerIds = [actor.id];
  if (!body.parentId) return { followerIds };
  const parent = await accessTicket(tx, actor, body.parentId);
  if (!mayHaveChildren(parent) || body.tracker) throw fail('ticket.parent_refused');
  const { id: parentId, customerId, language, locale } = parent;
  return { parentId, parentWaits: body.parentWaits, customerId, language, locale, followerIds };
}

/** Children have no children of their own, and what is closed gets none. */
export const mayHaveChildren = ({ parentId, status, isTracker }: TicketRecord) =>
  parentId === null && status !== 'closed' && !isTracker;
