import {
  type Category,
  type Channel,
  checklistOf,
  type Locale,
  type TicketFields,
  type TicketPriority,
  type TicketSource,
} from '@fairlead/contract';
import type { Actor } from '../../platform/actor.ts';
import { newId } from '../../platform/crypto/ids.ts';
import type { Tx } from '../../platform/database/database.ts';
import { announce } from '../../platform/events/event.ts';
import { fail } from '../../platform/fail.ts';
import type { Platform } from '../../platform/platform.ts';
import type { ConversationRecord } from '../conversations/index.ts';
import type { ChangedTicket } from './change-tickets.ts';
import { ticketOpened } from './events.ts';
import { filledIn } from './form-rules.ts';
import { hintTicket } from './hints.ts';
import { presentTickets } from './present-tickets.ts';
import type { Weighed } from './risk/risk-rules.ts';
import { weighTicket } from './risk/weigh-tickets.ts';
import type { TicketRecord } from './ticket.ts';
import { standingOf } from './ticket-facts.ts';
import { insertTicket, openNumberOf } from './ticket-store.ts';

/** What a ticket begins with. */
export interface NewTicket {
  readonly subject: string;
  readonly category: Category;
  readonly source: TicketSource;
  /** Left out, it follows what is at risk. */
  readonly priority?: TicketPriority | undefined;
  /** The thread it is about, held until the end of the transaction, of which customer, language and channel are taken; and team and agent, unless given. */
  readonly conversation?: ConversationRecord;
  /** Where there is no thread. */
  readonly customerId?: string | null;
  readonly language?: string;
  readonly locale?: Locale;
  readonly channel?: Channel;
  readonly teamId?: string | null;
  readonly assigneeId?: string | null;
  readonly followerIds?: readonly string[];
  readonly tags?: readonly string[];
  readonly fields?: TicketFields;
  /** The form must be filled in as a customer has to. */
  readonly complete?: boolean;
  readonly parentId?: string;
  readonly parentWaits?: boolean;
  readonly followsId?: string;
  readonly isTracker?: boolean;
  /** What brought it about besides the actor: the cause of the fact. */
  readonly origin?: string;
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
  const [begun, weighed] = await prioritised(tx, blank(input, tx.now));
  const record = await insertTicket(tx, begun, weighed?.again ?? null);
  if (!record) {
    const number = input.conversation && (await openNumberOf(tx, input.conversation.id));
    throw fail('ticket.already_open', { number: number ?? 0 });
  }
  await announce(tx, ticketOpened, {
    subjectId: record.id,
    actor,
    ...(input.origin ? { cause: input.origin } : {}),
    payload: {
      ...standingOf(record),
      number: record.number,
      conversationId: record.conversationId,
      customerId: record.customerId,
      parentId: record.parentId,
      followsId: record.followsId,
      source: record.source,
      channel: record.channel,
      language: record.language,
      isTracker: record.isTracker,
      ...(weighed && weighed.reasons.length > 0 ? { because: weighed.reasons.map(({ key }) => key) } : {}),
    },
  });
  const [ticket] = await presentTickets(tx, [record]);
  if (!ticket) throw new Error('a ticket has no view');
  hintTicket(tx, platform.live, null, record, ticket);
  return { record, ticket };
}

/** With the priority that what is at risk asks for, and why, unless one was chosen. */
async function prioritised(
  tx: Tx,
  ticket: Omit<TicketRecord, 'number'>,
): Promise<[Omit<TicketRecord, 'number'>, Weighed | null]> {
  const weighed = ticket.prioritySet ? null : await weighTicket(tx, ticket);
  return [weighed ? { ...ticket, priority: weighed.priority } : ticket, weighed];
}

function blank(input: NewTicket, now: Date): Omit<TicketRecord, 'number'> {
  const { conversation: thread, category } = input;
  const threadAssigneeId = thread?.accepted ? thread.assigneeId : null;
  const teamId = input.teamId === undefined ? (thread?.teamId ?? null) : input.teamId;
  // Another team's ticket is not for whoever has the thread.
  const inherited = teamId === (thread?.teamId ?? null) ? threadAssigneeId : null;
  const assigneeId = input.assigneeId === undefined ? inherited : input.assigneeId;
  return {
    id: newId(now.getTime()),
    version: 1,
    subject: input.subject,
    category,
    priority: input.priority ?? 'normal',
    prioritySet: input.priority !== undefined,
    status: assigneeId === null ? 'new' : 'open',
    statusAt: now,
    teamId,
    assigneeId,
    followerIds: input.followerIds ?? [],
    tags: input.tags ?? [],
    customerId: thread?.customerId ?? input.customerId ?? null,
    conversationId: thread?.id ?? null,
    threadTeamId: thread?.teamId ?? null,
    threadAssigneeId,
    parentId: input.parentId ?? null,
    parentWaits: input.parentId !== undefined && (input.parentWaits ?? true),
    followsId: input.followsId ?? null,
    language: thread?.language ?? input.language ?? 'en',
    locale: thread?.locale ?? input.locale ?? 'en',
    channel: thread?.channel ?? input.channel ?? null,
    source: input.source,
    fields: filledIn(category, {}, input.fields ?? {}, { complete: input.complete ?? false }),
    checklist: input.isTracker
      ? []
      : checklistOf(category).map((item) => ({ id: newId(), item, text: null, doneAt: null, doneBy: null })),
    commentCount: 0,
    isTracker: input.isTracker ?? false,
    dueAt: null,
    mergedIntoId: null,
    reopenedCount: 0,
    createdAt: now,
    updatedAt: now,
    solvedAt: null,
    closedAt: null,
  };
}
