import { type CustomerSummary, type FormBook, shippedBook } from '@fairlead/contract';
import type { Actor } from '../../platform/actor.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { Announcement } from '../../platform/events/event.ts';
import { Failure, fail } from '../../platform/fail.ts';
import type { Platform } from '../../platform/platform.ts';
import { readCustomers } from '../people/index.ts';
import type { ChangedTicket } from './change-tickets.ts';
import { ticketOpened } from './events.ts';
import { readFormBook } from './forms/read-forms.ts';
import { hintTicket } from './hints.ts';
import { type NewTicket, newTicket } from './new-ticket.ts';
import { readPrices } from './risk/price-table.ts';
import type { Weighed } from './risk/risk-rules.ts';
import { lastWordsOf, weighNew } from './risk/weigh-tickets.ts';
import type { TicketRecord } from './ticket.ts';
import { standingOf } from './ticket-facts.ts';
import { insertTickets, openNumberOf } from './ticket-store.ts';
import { presentTicket } from './ticket-views.ts';

/** A ticket that somebody opens. */
export interface Opening {
  readonly actor: Actor;
  readonly input: NewTicket;
}

/**
 * Opens a ticket, for this module and those above: whoever calls has let the actor in and checked the agent. It is `open` when
 * somebody has it, else `new`. Throws `people.team_not_found`, `ticket.already_open` when the conversation has one that is not closed, and what is wrong
 * with the fields.
 */
export async function openTicket(
  tx: Tx,
  platform: Pick<Platform, 'live'>,
  actor: Actor,
  input: NewTicket,
): Promise<ChangedTicket> {
  const [outcome] = await openTickets(tx, platform, [{ actor, input }]);
  if (!outcome || outcome instanceof Failure) throw outcome ?? new Error('a ticket has no outcome');
  return outcome;
}

/**
 * The same for several, of different conversations: each with what came of it, or its refusal. One statement writes them with their facts, and
 * nothing is written before, so that it may commit by itself (`writeOnce`). Throws `people.team_not_found` for all.
 */
export async function openTickets(
  tx: Tx,
  platform: Pick<Platform, 'live'>,
  openings: readonly Opening[],
): Promise<Array<ChangedTicket | Failure>> {
  const book = openings.some(asksForm) ? await readFormBook(tx) : shippedBook;
  const begun = openings.map(({ input }) => begin(book, input, tx.now));
  const customers = await customersOf(tx, begun);
  const weighed = await weighAll(tx, openings, begun, customers);
  const written = begun.map((it, index) => {
    const heard = weighed[index];
    return it instanceof Failure || !heard ? it : { ...it, priority: heard.priority };
  });
  const numbers = await insertTickets(
    tx,
    written.flatMap((record, index) => {
      const opening = openings[index];
      if (record instanceof Failure || !opening) return [];
      const heard = weighed[index] ?? null;
      return [{ record, opened: openedOf(opening, record, heard), weighAt: heard?.again ?? null }];
    }),
  );
  const outcomes: Array<ChangedTicket | Failure> = [];
  for (const it of written) {
    const number = it instanceof Failure ? undefined : numbers.get(it.id);
    if (it instanceof Failure) outcomes.push(it);
    else if (number === undefined) {
      const taken = it.conversationId && (await openNumberOf(tx, it.conversationId));
      outcomes.push(fail('ticket.already_open', { number: taken || 0 }));
    } else {
      const record: TicketRecord = { ...it, number };
      const ticket = presentTicket(record, customers.get(record.customerId ?? '') ?? null);
      hintTicket(tx, platform.live, null, record, ticket);
      outcomes.push({ record, ticket });
    }
  }
  return outcomes;
}

type Begun = Omit<TicketRecord, 'number'> | Failure;

/** Most tickets that work opens by itself hold nothing: then it does not matter what is asked. */
const asksForm = ({ input: { fields = {}, complete = false } }: Opening) =>
  complete || Object.keys(fields).length > 0;

function begin(book: FormBook, input: NewTicket, now: Date): Begun {
  try {
    return newTicket(book, input, now);
  } catch (error) {
    if (error instanceof Failure) return error;
    throw error;
  }
}

async function customersOf(tx: Tx, begun: readonly Begun[]): Promise<Map<string, CustomerSummary>> {
  const ids = begun.flatMap((it) => (it instanceof Failure || !it.customerId ? [] : [it.customerId]));
  return readCustomers(tx, [...new Set(ids)]);
}

/** What is at risk on each, unless its priority was chosen. */
async function weighAll(
  tx: Tx,
  openings: readonly Opening[],
  begun: readonly Begun[],
  customers: ReadonlyMap<string, CustomerSummary>,
): Promise<Array<Weighed | null>> {
  const free = begun.some((it) => !(it instanceof Failure || it.prioritySet || it.isTracker));
  if (!free) return begun.map(() => null);
  const prices = await readPrices(tx);
  const threads = begun.flatMap((it) => (it instanceof Failure ? [] : (it.conversationId ?? [])));
  const said = await lastWordsOf(tx, threads);
  return begun.map((it, index) => {
    if (it instanceof Failure || it.prioritySet) return null;
    return weighNew(tx.now, it, {
      prices,
      tier: customers.get(it.customerId ?? '')?.tier ?? 'standard',
      thread: openings[index]?.input.conversation,
      said: said.get(it.conversationId ?? ''),
    });
  });
}

/** The fact; its number is put in by the statement that gives it. */
function openedOf(
  { actor, input }: Opening,
  begun: Omit<TicketRecord, 'number'>,
  weighed: Weighed | null,
): Announcement {
  return {
    event: ticketOpened,
    subjectId: begun.id,
    actor,
    ...(input.origin ? { cause: input.origin } : {}),
    payload: {
      ...standingOf(begun),
      number: 0,
      conversationId: begun.conversationId,
      customerId: begun.customerId,
      parentId: begun.parentId,
      followsId: begun.followsId,
      source: begun.source,
      channel: begun.channel,
      language: begun.language,
      isTracker: begun.isTracker,
      ...(weighed && weighed.reasons.length > 0 ? { because: weighed.reasons.map(({ key }) => key) } : {}),
    },
  };
}
