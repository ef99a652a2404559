import { system } from '../../platform/actor.ts';
import type { Event, EventType } from '../../platform/events/event.ts';
import type { Platform } from '../../platform/platform.ts';
import { accountDisabled } from '../access/index.ts';
import {
  conversationAssigned,
  conversationQueued,
  conversationReopened,
  conversationStarted,
  conversationsMerged,
  conversationWentOn,
  findConversations,
  messagePosted,
} from '../conversations/index.ts';
import { changeTickets } from './change-tickets.ts';
import { followThread } from './follow-thread.ts';
import { goOnWithThread } from './go-on-with-thread.ts';
import { hearMessage } from './hear-message.ts';
import { openForLetters } from './open-for-letters.ts';
import type { ThreadStanding } from './ticket.ts';
import { isActive } from './ticket-rules.ts';
import { latestOfConversations, listHeldBy, listIdsOfCustomer, lockTickets } from './ticket-store.ts';

interface Standing {
  state: string;
  teamId: string;
  assigneeId: string | null;
  accepted: boolean;
}
type Moved = Event<{ before: Standing; after: Standing }>;

/** Tickets that are opened in one transaction: enough to be quick, and few to be done again where one of them fails. */
const lettersAtOnce = 25;

/** What this module does when conversations go on, move, or turn out to be somebody else's, and when agents leave. */
export function registerReactions(platform: Platform): void {
  const { database, relay } = platform;

  /** Those of these events whose conversation has a ticket at all, which few have. */
  async function concerned<E extends Event>(events: readonly E[]): Promise<E[]> {
    const ids = [...new Set(events.map((event) => event.subjectId))];
    const tickets = await latestOfConversations(database.reader(), ids);
    return events.filter((event) => tickets.has(event.subjectId));
  }

  relay.on(messagePosted, 'tickets.hear_messages', async (events) => {
    for (const event of await concerned(events.filter(({ payload }) => payload.kind === 'text'))) {
      const { author } = event.payload;
      if (author !== 'customer' && author !== 'agent') continue;
      const message = { conversationId: event.subjectId, author, at: event.occurredAt };
      await database.write((tx) => hearMessage(tx, platform, message));
    }
  });

  relay.on(conversationStarted, 'tickets.open_for_letters', async (events) => {
    const ids = events.map((event) => event.subjectId);
    const begun = await findConversations(database.reader(), ids);
    const byLetter = ids.filter((id) => begun.get(id)?.channel === 'email');
    for (let start = 0; start < byLetter.length; start += lettersAtOnce)
      await database.write((tx) =>
        openForLetters(tx, platform, byLetter.slice(start, start + lettersAtOnce)),
      );
  });

  async function follow(events: readonly Moved[]): Promise<void> {
    for (const { subjectId, payload, cause } of await concerned(events)) {
      const [from, to] = [heldBy(payload.before), heldBy(payload.after)];
      await database.write((tx) => followThread(tx, platform, subjectId, from, to, cause));
    }
  }
  const moves: ReadonlyArray<[EventType<Moved['payload']>, string]> = [
    [conversationAssigned, 'tickets.follow_assigned'],
    [conversationQueued, 'tickets.follow_queued'],
    [conversationReopened, 'tickets.follow_reopened'],
  ];
  for (const [event, subscriber] of moves) relay.on(event, subscriber, follow);

  relay.on(accountDisabled, 'tickets.release', async (events) => {
    for (const { subjectId } of events) {
      await database.write(async (tx) => {
        const tickets = await lockTickets(tx, await listHeldBy(tx, subjectId));
        const changes = [...tickets.values()]
          .filter((ticket) => ticket.assigneeId === subjectId && isActive(ticket))
          .map((before) => ({
            actor: system('tickets'),
            before,
            after: { ...before, assigneeId: null },
            cause: 'agent_disabled',
          }));
        await changeTickets(tx, platform, changes);
      });
    }
  });

  relay.on(conversationWentOn, 'tickets.go_on', async (events) => {
    for (const { subjectId, payload } of await concerned(events))
      await database.write((tx) => goOnWithThread(tx, platform, subjectId, payload.inId));
  });
  relay.on(conversationsMerged, 'tickets.follow_customers', async (events) => {
    for (const { payload } of events) {
      await database.write(async (tx) => {
        const tickets = await lockTickets(tx, await listIdsOfCustomer(tx, payload.fromCustomerId));
        const actor = system('tickets');
        const changes = [...tickets.values()].map((before) => ({
          actor,
          before,
          after: { ...before, customerId: payload.toCustomerId },
          cause: 'customer_recognised',
        }));
        await changeTickets(tx, platform, changes);
      });
    }
  });
}

/** Who really has it: an offer that is not taken up is nobody's yet, and a closed conversation still was somebody's. */
function heldBy({ state, teamId, assigneeId, accepted }: Standing): ThreadStanding {
  return { teamId, assigneeId: accepted || state === 'closed' ? assigneeId : null };
}
