import type { FormBook, ticketEndpoints } from '@fairlead/contract';
import type { z } from 'zod';
import type { AgentActor } from '../../platform/actor.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { Platform } from '../../platform/platform.ts';
import { lockTicket } from './access-ticket.ts';
import { type ChangedTicket, changeTicket } from './change-tickets.ts';
import { filledIn } from './forms/form-rules.ts';
import { readFormBook } from './forms/read-forms.ts';
import { presentTickets } from './present-tickets.ts';
import { followRisk } from './risk/weigh-tickets.ts';
import type { TicketRecord } from './ticket.ts';
import { changedParts } from './ticket-facts.ts';
import { begun, refuseClosed } from './ticket-rules.ts';

type Body = z.output<(typeof ticketEndpoints)['update']['body']>;

/** An agent changes what a ticket says. What is so already changes and announces nothing. */
export async function updateTicket(
  tx: Tx,
  platform: Pick<Platform, 'live'>,
  actor: AgentActor,
  id: string,
  body: Body,
): Promise<ChangedTicket> {
  const before = await lockTicket(tx, actor, id);
  refuseClosed(before);
  const after = updated(await readFormBook(tx), before, body);
  const same = changedParts(before, after).length === 0 && after.prioritySet === before.prioritySet;
  const changed = await changeTicket(tx, platform, {
    actor,
    before,
    after: same ? null : begun(after, tx.now),
  });
  return same ? changed : followingRisk(tx, platform, changed);
}

async function followingRisk(
  tx: Tx,
  platform: Pick<Platform, 'live'>,
  changed: ChangedTicket,
): Promise<ChangedTicket> {
  const record = await followRisk(tx, platform, changed.record, { mayLower: true });
  if (record === changed.record) return changed;
  const [ticket] = await presentTickets(tx, [record]);
  return ticket ? { record, ticket } : changed;
}

function updated(book: FormBook, before: TicketRecord, body: Body): TicketRecord {
  const category = body.category ?? before.category;
  return {
    ...before,
    category,
    subject: body.subject ?? before.subject,
    priority: body.priority ?? before.priority,
    prioritySet: body.followRisk ? false : before.prioritySet || body.priority !== undefined,
    tags: body.tags ?? before.tags,
    parentWaits: before.parentId !== null && (body.parentWaits ?? before.parentWaits),
    fields: filledIn(book, category, before.fields, body.fields ?? {}, { by: 'agent' }),
  };
}
