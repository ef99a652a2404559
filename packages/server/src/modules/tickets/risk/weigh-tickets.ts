import { type AssetPrices, type TicketRisk, type Tier, ticketPriority } from '@fairlead/contract';
import { system } from '../../../platform/actor.ts';
import type { Reader, Tx } from '../../../platform/database/database.ts';
import type { Platform } from '../../../platform/platform.ts';
import { type ConversationRecord, findConversation, readCustomerWords } from '../../conversations/index.ts';
import { readCustomers } from '../../people/index.ts';
import { changeTicket } from '../change-tickets.ts';
import type { TicketRecord } from '../ticket.ts';
import { isActive } from '../ticket-rules.ts';
import { putWeighAt } from '../ticket-store.ts';
import { readPrices } from './price-table.ts';
import { type Weighed, weigh } from './risk-rules.ts';
import { findTakeoverSignals } from './takeover-signals.ts';

/** What is weighed of a ticket; one that is being opened has no number yet. */
type Weighable = Omit<TicketRecord, 'number'>;

/** Messages of a case in which signals are looked for, from the end. */
const looked = 50;
const actor = system('tickets');

/** How much is at risk on a ticket now; null for trackers, and for what is done with. */
async function weighTicket(reader: Reader, ticket: Weighable): Promise<Weighed | null> {
  if (ticket.isTracker || !isActive(ticket)) return null;
  const { customerId } = ticket;
  const prices = await readPrices(reader);
  const customers = await readCustomers(reader, customerId ? [customerId] : []);
  const tier = customers.get(customerId ?? '')?.tier ?? 'standard';
  const waitingSince = await waitingSinceOf(reader, ticket);
  const said = await lastWordsOf(reader, ticket.conversationId === null ? [] : [ticket.conversationId]);
  return weighWith(reader.now, ticket, {
    prices,
    tier,
    waitingSince,
    said: said.get(ticket.conversationId ?? ''),
  });
}

/** The same for one that is being opened, of which the rest is known already; its thread, if it has one, is held. */
export function weighNew(
  now: Date,
  ticket: Weighable,
  {
    prices,
    tier,
    thread,
    said,
  }: Pick<Known, 'prices' | 'tier'> & { thread: ConversationRecord | undefined; said: string | undefined },
): Weighed | null {
  if (ticket.isTracker || !isActive(ticket)) return null;
  const waitingSince = thread ? thread.waitingSince : ticket.statusAt;
  return weighWith(now, ticket, { prices, tier, waitingSince, said });
}

interface Known {
  readonly prices: AssetPrices;
  readonly tier: Tier;
  readonly waitingSince: Date | null;
  /** What the customer wrote last in its thread; see lastWordsOf. */
  readonly said: string | undefined;
}

function weighWith(
  now: Date,
  { category, fields, subject, locale }: Weighable,
  { prices, tier, waitingSince, said = '' }: Known,
): Weighed {
  const signals = findTakeoverSignals([subject, fields.description ?? '', said].join('\n'), locale);
  return weigh({ category, fields, tier, signals, waitingSince }, prices, now);
}

/** What customers wrote last in threads, in which signals are looked for, by conversation. */
export const lastWordsOf = (
  reader: Reader,
  conversationIds: readonly string[],
): Promise<Map<string, string>> =>
  readCustomerWords(
    reader,
    conversationIds.map((id) => ({ id, after: 0 })),
    looked,
  );

/** Since when somebody waits for us: the customer, or whoever opened it. */
async function waitingSinceOf(reader: Reader, ticket: Weighable): Promise<Date | null> {
  const { status, statusAt, conversationId } = ticket;
  if (status !== 'new' && status !== 'open') return null;
  if (!conversationId) return statusAt;
  return (await findConversation(reader, conversationId))?.waitingSince ?? null;
}

/** The same, as the ticket's page shows it. */
export async function riskOf(reader: Reader, ticket: TicketRecord): Promise<TicketRisk | null> {
  const weighed = await weighTicket(reader, ticket);
  if (!weighed) return null;
  const { score, priority, reasons } = weighed;
  return { score, priority, followed: !ticket.prioritySet, reasons: [...reasons] };
}

/**
 * Lets a ticket's priority follow what is at risk, unless a person or a rule chose it, and says why in its time line. The ticket is
 * locked. Only what its fields say lowers it (`mayLower`): what was urgent stays so when the customer has been answered. Answers the ticket as it is then.
 */
export async function followRisk(
  tx: Tx,
  platform: Pick<Platform, 'live'>,
  ticket: TicketRecord,
  { mayLower }: { mayLower: boolean },
): Promise<TicketRecord> {
  const weighed = ticket.prioritySet ? null : await weighTicket(tx, ticket);
  await putWeighAt(tx, ticket.id, weighed?.again ?? null);
  if (!weighed) return ticket;
  const rank =
    ticketPriority.options.indexOf(weighed.priority) - ticketPriority.options.indexOf(ticket.priority);
  if (rank === 0 || (rank < 0 && !mayLower)) return ticket;
  const { record } = await changeTicket(tx, platform, {
    actor,
    before: ticket,
    after: { ...ticket, priority: weighed.priority },
    because: weighed.reasons.map(({ key }) => key),
    cause: 'risk',
  });
  return record;
}
