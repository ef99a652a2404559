import {
  type AssetPrices,
  type TakeoverSignal,
  type TicketRisk,
  type Tier,
  ticketPriority,
} from '@fairlead/contract';
import { system } from '../../../platform/actor.ts';
import type { Reader, Tx } from '../../../platform/database/database.ts';
import type { Platform } from '../../../platform/platform.ts';
import { type ConversationRecord, findConversation, readMessages } from '../../conversations/index.ts';
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
  return weighWith(reader, ticket, { prices, tier, waitingSince: await waitingSinceOf(reader, ticket) });
}

/** The same for one that is being opened, of which the rest is known already; its thread, if it has one, is held. */
export async function weighNew(
  reader: Reader,
  ticket: Weighable,
  { prices, tier, thread }: Pick<Known, 'prices' | 'tier'> & { thread: ConversationRecord | undefined },
): Promise<Weighed | null> {
  if (ticket.isTracker || !isActive(ticket)) return null;
  const waitingSince = thread ? thread.waitingSince : ticket.statusAt;
  return weighWith(reader, ticket, { prices, tier, waitingSince });
}

interface Known {
  readonly prices: AssetPrices;
  readonly tier: Tier;
  readonly waitingSince: Date | null;
}

async function weighWith(
  reader: Reader,
  ticket: Weighable,
  { prices, tier, waitingSince }: Known,
): Promise<Weighed> {
  const { category, fields } = ticket;
  const signals = await signalsOf(reader, ticket);
  return weigh({ category, fields, tier, signals, waitingSince }, prices, reader.now);
}

async function signalsOf(reader: Reader, ticket: Weighable): Promise<TakeoverSignal[]> {
  const { subject, fields, conversationId, locale } = ticket;
  const messages = conversationId
    ? await readMessages(reader, conversationId, { limit: looked }, 'everything')
    : [];
  const said = messages.flatMap(({ kind, author, text }) =>
    kind === 'text' && author.type === 'customer' ? [text] : [],
  );
  return findTakeoverSignals([subject, fields.description ?? '', ...said].join('\n'), locale);
}

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
