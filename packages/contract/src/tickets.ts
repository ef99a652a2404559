import { z } from 'zod';
import { channels } from './channels.ts';
import { attachment } from './files.ts';
import { customerSummary } from './people.ts';
import { givenName, id, locale, moment, person } from './shapes.ts';
import { formKey } from './ticket-form-endpoints.ts';
import { checklistItems } from './ticket-forms.ts';
import { ticketRisk } from './ticket-risk.ts';
import { category, ticketPriority, ticketStatus } from './ticket-views.ts';

/** Through what a ticket was opened. */
export const ticketSource = z.enum(['agent', 'portal', 'email', 'api', 'assistant']);
export type TicketSource = z.infer<typeof ticketSource>;

export const maximumSubjectLength = 200;
export const ticketSubject = givenName(maximumSubjectLength);
export const maximumCommentLength = 8000;
/** Tickets that one order may change at once. */
export const maximumBulk = 100;
/** Tickets that can be put on a tracker in one call. */
export const maximumTracked = 500;
/** Minutes within which a merge or a bulk edit can be taken back. */
export const undoMinutes = 30;

/** A ticket as a line of a list. */
export const ticket = z.object({
  id,
  /** What people call it: `#10423`. */
  number: z.number().int(),
  /** Grows by one with every change that a screen shows. A smaller one is old news, and so is an equal one but for `dueAt`. */
  version: z.number().int(),
  subject: z.string(),
  category,
  priority: ticketPriority,
  status: ticketStatus,
  teamId: id.nullable(),
  assigneeId: id.nullable(),
  followerIds: z.array(id),
  tags: z.array(z.string()),
  /** Null for a tracker, and for a back-office ticket without one. */
  customer: customerSummary.nullable(),
  /** The thread it is about; null for back-office tickets, trackers, and what came in without one. */
  conversationId: id.nullable(),
  parentId: id.nullable(),
  /** The parent cannot be solved before this one is. */
  parentWaits: z.boolean(),
  /** The ticket that this one goes on from, when the customer came back too late to reopen it. */
  followsId: id.nullable(),
  language: z.string(),
  locale,
  channel: z.enum(channels).nullable(),
  source: ticketSource,
  createdAt: moment,
  updatedAt: moment,
  solvedAt: moment.nullable(),
  closedAt: moment.nullable(),
  reopenedCount: z.number().int(),
  /** When the soonest promise is due that is not kept yet; null while none runs. It alone may change without a new version. */
  dueAt: moment.nullable(),
  mergedIntoId: id.nullable(),
  /** Letters of its side conversations that its agent has not seen. */
  sideUnread: z.number().int(),
  isTracker: z.boolean(),
});
export type Ticket = z.infer<typeof ticket>;

/** What the form of the category holds, by field: dates as `2026-11-25`, amounts and numbers as decimal text, choices as their value, several with commas between, `yes` or `no`. */
export const ticketFields = z.partialRecord(formKey, z.string().max(2000));
export type TicketFields = z.infer<typeof ticketFields>;

export const checklistEntry = z.object({
  id,
  /** One of the category's; null for one that an agent wrote, whose words are `text`. */
  item: z.enum(checklistItems).nullable(),
  text: z.string().nullable(),
  doneAt: moment.nullable(),
  doneBy: id.nullable(),
});

export const linkKind = z.enum(['related', 'duplicate_of', 'caused_by']);
export type LinkKind = z.infer<typeof linkKind>;

/** A link as one of its two tickets shows it: `from` this ticket to the other, or the other way about. */
export const ticketLink = z.object({
  id,
  kind: linkKind,
  direction: z.enum(['from', 'to']),
  ticket,
  createdAt: moment,
});

/** A ticket with everything its page shows, besides comments and the time line. */
export const ticketDetail = ticket.extend({
  fields: ticketFields,
  checklist: z.array(checklistEntry),
  links: z.array(ticketLink),
  parent: ticket.nullable(),
  children: z.array(ticket),
  /** Children that must be solved before this ticket can be. */
  waitsFor: z.number().int(),
  /** Until when its merging into another can be taken back; null when it cannot. */
  mergeUndoUntil: moment.nullable(),
  /** Null for trackers, and for what is done with. */
  risk: ticketRisk.nullable(),
});
export type TicketDetail = z.infer<typeof ticketDetail>;

/** Why two tickets may be one case: the same transaction or order; nearly the same words or, as an embeddings model has it, meaning; the same category at the same time. */
export const duplicateReason = z.enum(['id', 'words', 'meaning', 'category']);
export type DuplicateReason = z.infer<typeof duplicateReason>;

/** An open ticket that may be the same case as another. */
export const possibleDuplicate = z.object({
  ticket,
  because: z.array(duplicateReason),
  /** Only tickets of one customer can be merged. */
  sameCustomer: z.boolean(),
});
export type PossibleDuplicate = z.infer<typeof possibleDuplicate>;

/** An entry of the thread that agents keep on a ticket among themselves. */
export const ticketComment = z.object({
  id,
  ticketId: id,
  seq: z.number().int(),
  author: person,
  text: z.string(),
  attachments: z.array(attachment),
  createdAt: moment,
});
export type TicketComment = z.infer<typeof ticketComment>;

const plain = z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())]);

/** Something that happened to a ticket or its conversation. */
export const timelineEntry = z.object({
  id,
  at: moment,
  /** A back-office ticket below it is a `child`. */
  of: z.enum(['ticket', 'conversation', 'child']),
  /** The fact's name, such as `ticket.changed` or `conversation.assigned`. */
  type: z.string(),
  actor: z.object({
    type: z.enum(['agent', 'customer', 'system']),
    id: id.nullable(),
    /** Of an agent. */
    name: z.string().nullable(),
  }),
  /** What brought it about besides the actor, such as `routing`. */
  cause: z.string().nullable(),
  /** What was otherwise before. */
  changes: z.array(z.object({ field: z.string(), before: plain, after: plain })),
  /** What else the fact names: ids, numbers, kinds. */
  details: z.record(z.string(), plain),
});
export type TimelineEntry = z.infer<typeof timelineEntry>;

/** What became of one ticket of a bulk edit. */
export const bulkResult = z.object({
  id,
  changed: z.boolean(),
  /** Why it was not; null where it was, or was so already. */
  refused: z
    .object({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) })
    .nullable(),
});
export type BulkResult = z.infer<typeof bulkResult>;

/** Something that is done to all tickets of a tracker, one after the other. */
export const trackerRun = z.object({
  id,
  trackerId: id,
  kind: z.enum(['reply', 'solve']),
  total: z.number().int(),
  done: z.number().int(),
  /** Tickets on which it could not be done, such as closed ones. */
  failed: z.number().int(),
  createdAt: moment,
  finishedAt: moment.nullable(),
});
export type TrackerRun = z.infer<typeof trackerRun>;

export const ticketSettings = z.object({
  /** Days after solving within which the customer's message reopens a ticket; later it opens a follow-up. */
  reopenDays: z.number().int().min(0).max(90),
  /** Days after solving after which a ticket is closed for good. */
  closeDays: z.number().int().min(1).max(90),
});
export type TicketSettings = z.infer<typeof ticketSettings>;
