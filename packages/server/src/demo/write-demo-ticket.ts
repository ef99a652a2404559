import { type ConversationRecord } from '../modules/conversations/index.ts';
import { importTicket } from '../modules/tickets/index.ts';
import { system } from '../platform/actor.ts';
import type { Tx } from '../platform/database/database.ts';
import type { Platform } from '../platform/platform.ts';
import { type DemoCustomerKey, type DemoTeam, demoCustomers } from './demo-people.ts';
import type { DemoTicket } from './demo-tickets.ts';

interface World {
  readonly teams: Record<DemoTeam, string>;
  readonly agents: ReadonlyMap<string, { id: string; name: string }>;
  readonly customers: Record<DemoCustomerKey, { id: string }>;
  /** By `threadKey`. */
  readonly threads: ReadonlyMap<string, ConversationRecord>;
}

/** Names a demo conversation: whose, and how many hours ago it began. */
export const threadKey = (customer: DemoCustomerKey, hoursAgo: number) => `${customer} ${hoursAgo}`;

/** Writes one past case of the demo, with its times and its back-office tickets, as if it had been dealt with then. */
export async function writeDemoTicket(
  tx: Tx,
  platform: Platform,
  ticket: DemoTicket,
  world: World,
  parentId?: string,
): Promise<void> {
  const { customer } = ticket;
  const ago = (hours: number) => new Date(tx.now.getTime() - hours * 3_600_000);
  const locale = customer ? demoCustomers[customer].locale : 'en';
  const conversation =
    customer && ticket.thread !== undefined
      ? world.threads.get(threadKey(customer, ticket.thread))
      : undefined;
  const record = await importTicket(tx, platform, {
    cause: system('demo'),
    subject: ticket.subject,
    category: ticket.category,
    priority: ticket.priority ?? 'normal',
    source: (conversation && conversation.channel !== 'portal') || parentId ? 'agent' : 'portal',
    ...(conversation ? { conversation } : {}),
    ...(parentId ? { parentId } : {}),
    customerId: customer ? world.customers[customer].id : null,
    locale,
    language: locale.split('-')[0] ?? locale,
    teamId: world.teams[ticket.team],
    assigneeId: (ticket.agent && world.agents.get(ticket.agent)?.id) || null,
    tags: ticket.tags ?? [],
    fields: ticket.fields ?? {},
    openedAt: ago(ticket.hoursAgo),
    standing: ticket.status,
    standingSince: ago(ticket.since ?? ticket.hoursAgo),
    comments: (ticket.comments ?? []).flatMap(({ by, text }) => {
      const author = world.agents.get(by);
      return author ? [{ author, text }] : [];
    }),
  });
  for (const child of ticket.children ?? []) {
    await writeDemoTicket(tx, platform, { ...child, customer }, world, record.id);
  }
}
