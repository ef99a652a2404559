import type { Reader } from '../../platform/database/database.ts';
import type { Platform } from '../../platform/platform.ts';
import { messagePosted } from '../conversations/index.ts';
import { customerTierChanged } from '../people/index.ts';
import {
  listActiveOfCustomers,
  readTickets,
  ticketChanged,
  ticketMerged,
  ticketOpened,
  ticketUnmerged,
} from '../tickets/index.ts';
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
  relay.on(ticketMerged, 'sla.ticket_merged', (events) => settle(events.map((it) => it.subjectId)));
  relay.on(ticketUnmerged, 'sla.ticket_unmerged', (events) => settle(events.map((it) => it.subjectId)));
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
    const reader = database.reader();
    const ids = await ticketsOfConversations(
      reader,
      said.map((it) => it.subjectId),
    );
    await settle([...ids, ...(await targetsOf(reader, ids))]);
  });
}

/** Where those of these tickets that were merged go on, however often. */
async function targetsOf(reader: Reader, ids: readonly string[]): Promise<string[]> {
  const targets = new Set<string>();
  for (let next = ids; next.length > 0; ) {
    const merged = (await readTickets(reader, next)).flatMap(({ mergedIntoId }) => mergedIntoId ?? []);
    next = [...new Set(merged)].filter((id) => !targets.has(id));
    for (const id of next) targets.add(id);
  }
  return [...targets];
}
