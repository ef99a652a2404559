import { asksForIdentity } from '@fairlead/contract';
import { system } from '../../platform/actor.ts';
import type { Platform } from '../../platform/platform.ts';
import { keepDocumentsSensitive, messagePosted } from '../conversations/index.ts';
import { ticketChanged, ticketOpened } from './events.ts';
import { findTickets, latestOfConversations } from './ticket-store.ts';

/**
 * What customers send where a ticket asks who they are (verification, an account given back) is kept as identity documents: what is
 * there when the ticket gets such a category, and what comes later.
 */
export function protectDocuments(platform: Platform): void {
  const { database, relay } = platform;
  const keep = (conversationId: string) =>
    database.write((tx) => keepDocumentsSensitive(tx, platform, system('tickets'), conversationId));

  relay.on(ticketOpened, 'tickets.protect_opened', async (events) => {
    for (const { payload } of events) {
      if (payload.conversationId && asksForIdentity(payload.category)) await keep(payload.conversationId);
    }
  });

  async function keepOf(ticketIds: Iterable<string>): Promise<void> {
    const tickets = await findTickets(database.reader(), [...ticketIds]);
    for (const { category, conversationId } of tickets.values()) {
      if (conversationId && asksForIdentity(category)) await keep(conversationId);
    }
  }
  relay.on(ticketChanged, 'tickets.protect_changed', async (events) => {
    const sorted = events.filter(({ payload }) => payload.parts.includes('category'));
    if (sorted.length > 0) await keepOf(new Set(sorted.map((event) => event.subjectId)));
  });
  relay.on(messagePosted, 'tickets.protect_messages', async (events) => {
    const written = events.filter(({ payload }) => payload.kind === 'text' && payload.author === 'customer');
    const ids = [...new Set(written.map((event) => event.subjectId))];
    const tickets = await latestOfConversations(database.reader(), ids);
    if (tickets.size > 0) await keepOf(tickets.values());
  });
}
