import type { TicketDetail } from '@fairlead/contract';
import { undoMinutes } from '@fairlead/contract';
import type { AgentActor } from '../../platform/actor.ts';
import type { Reader } from '../../platform/database/database.ts';
import { accessTicket, ticketScopeOf } from './access-ticket.ts';
import { listLinks } from './link-store.ts';
import { findMerge } from './merge-store.ts';
import { presentTickets } from './present-tickets.ts';
import { riskOf } from './risk/weigh-tickets.ts';
import type { TicketRecord } from './ticket.ts';
import { maySeeTicket } from './ticket-reach.ts';
import { countWaitedFor, findTickets, listChildren } from './ticket-store.ts';

/** A ticket with all that its page shows. Relatives out of the agent's reach are left out. Throws `ticket.not_found`. */
export async function getTicket(reader: Reader, actor: AgentActor, id: string): Promise<TicketDetail> {
  return detailOf(reader, actor, await accessTicket(reader, actor, id));
}

/** The same, of a ticket that the agent was let in to. */
export async function detailOf(
  reader: Reader,
  actor: AgentActor,
  record: TicketRecord,
): Promise<TicketDetail> {
  const scope = await ticketScopeOf(reader, actor);
  const links = await listLinks(reader, record.id);
  const others = links.map((link) => (link.fromId === record.id ? link.toId : link.fromId));
  const near = await findTickets(reader, [...others, ...(record.parentId ? [record.parentId] : [])]);
  const children = record.parentId ? [] : await listChildren(reader, record.id);
  const seen = [...near, ...children].filter((ticket) => maySeeTicket(scope, ticket));
  const [own, ...views] = await presentTickets(reader, [record, ...seen]);
  if (!own) throw new Error('a ticket has no view');
  const view = new Map(views.map((ticket) => [ticket.id, ticket]));
  return {
    ...own,
    fields: record.fields,
    checklist: [...record.checklist],
    links: links.flatMap((link, index) => {
      const ticket = view.get(others[index] ?? '');
      const direction = link.fromId === record.id ? ('from' as const) : ('to' as const);
      const { id, kind, createdAt } = link;
      return ticket ? [{ id, kind, direction, ticket, createdAt: createdAt.toISOString() }] : [];
    }),
    parent: view.get(record.parentId ?? '') ?? null,
    children: children.flatMap((child) => view.get(child.id) ?? []),
    waitsFor: children.length > 0 ? await countWaitedFor(reader, record.id) : 0,
    mergeUndoUntil: await undoUntil(reader, record),
    risk: await riskOf(reader, record),
  };
}

async function undoUntil(reader: Reader, record: TicketRecord): Promise<string | null> {
  if (!record.mergedIntoId) return null;
  const merge = await findMerge(reader, record.id);
  const until = merge ? merge.mergedAt.getTime() + undoMinutes * 60_000 : 0;
  return until > reader.now.getTime() ? new Date(until).toISOString() : null;
}
