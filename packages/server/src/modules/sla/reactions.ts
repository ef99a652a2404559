import type { Platform } from '../../platform/platform.ts';
import { messagePosted } from '../conversations/index.ts';
import { customerTierChanged } from '../people/index.ts';
import { listActiveOfCustomers, ticketChanged, ticketOpened } from '../tickets/index.ts';
import { ticketsOfConversations } from './clock-store.ts';
import { settleClocks } from './settle-clocks.ts';

/** How many tickets are settled in one transaction. */
const batch = 100;

/** When something happens to a ticket its clocks are worked out anew, from all that happened to it: see settleClocks. */
export function registerReactions(platform: Platform): void {
  const { database, relay } = platform;

  async function settle(ids: readonly string[]): Promise<void> {
    const all = [...new Set(ids)];
    for (let from = 0; from < all.length; from += batch) {
      await database.write((tx) => settleClocks(tx, platform, all.slice(from, from + batch)));
    }
  }

  relay.on(ticketOpened, 'sla.ticket_opened', (events) => settle(events.map((it) => it.subjectId)));
  relay.on(ticketChanged, 'sla.ticket_changed', (events) => settle(events.map((it) => it.subjectId)));
  relay.on(customerTierChanged, 'sla.customer_tier_changed', async (events) =>
    settle(
      await listActiveOfCustomers(
        database.reader(),
        events.map((it) => it.subjectId),
      ),
    ),
  );
  relay.on(messagePosted, 'sla.message_posted', async (events) => {
    const said = events.filter(({ payload: { kind, author } }) => kind === 'text' && author !== 'bot');
    if (said.length === 0) return;
    await settle(
      await ticketsOfConversations(
        database.reader(),
        said.map((it) => it.subjectId),
      ),
    );
  });
}
