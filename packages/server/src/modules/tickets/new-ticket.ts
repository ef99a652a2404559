import {
  type Category,
  type Channel,
  checklistOf,
  type FormBook,
  type Locale,
  type TicketFields,
  type TicketPriority,
  type TicketSource,
} from '@fairlead/contract';
import { newId } from '../../platform/crypto/ids.ts';
import type { ConversationRecord } from '../conversations/index.ts';
import { filledIn } from './forms/form-rules.ts';
import type { TicketRecord } from './ticket.ts';

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

/** A ticket as it begins; its number is given when it is written. Throws what is wrong with the fields. */
export function newTicket(book: FormBook, input: NewTicket, now: Date): Omit<TicketRecord, 'number'> {
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
    fields: filledIn(book, category, {}, input.fields ?? {}, { by: input.complete ? 'customer' : 'agent' }),
    checklist: input.isTracker
      ? []
      : checklistOf(category).map((item) => ({ id: newId(), item, text: null, doneAt: null, doneBy: null })),
    commentCount: 0,
    sideUnread: 0,
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
