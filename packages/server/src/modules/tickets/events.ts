import {
  announcementKind,
  category,
  linkKind,
  riskReasons,
  sideState,
  ticketPriority,
  ticketSource,
  ticketStatus,
} from '@fairlead/contract';
import { z } from 'zod';
import { eventType } from '../../platform/events/event.ts';

/** Where a ticket stands, as facts keep it. */
const standing = z.object({
  status: ticketStatus,
  priority: ticketPriority,
  category,
  teamId: z.uuid().nullable(),
  assigneeId: z.uuid().nullable(),
});
export type TicketStanding = z.infer<typeof standing>;

/** What can change about a ticket besides its standing. */
export const ticketParts = [
  'status',
  'priority',
  'category',
  'teamId',
  'assigneeId',
  'subject',
  'fields',
  'tags',
  'followerIds',
  'checklist',
  'customerId',
  'parentWaits',
  'mergedIntoId',
] as const;
export type TicketPart = (typeof ticketParts)[number];

/** Why its priority is what it is, where that follows what is at risk. */
const because = z.array(z.enum(riskReasons)).optional();

/** A ticket was opened. */
export const ticketOpened = eventType(
  'ticket.opened',
  standing.extend({
    number: z.number().int(),
    conversationId: z.uuid().nullable(),
    customerId: z.uuid().nullable(),
    parentId: z.uuid().nullable(),
    followsId: z.uuid().nullable(),
    source: ticketSource,
    channel: z.string().nullable(),
    language: z.string(),
    isTracker: z.boolean(),
    because,
  }),
);
/** Something about it changed; `parts` says what, before and after how it stands. */
export const ticketChanged = eventType(
  'ticket.changed',
  z.object({ before: standing, after: standing, parts: z.array(z.enum(ticketParts)), because }),
);
/** An agent wrote to colleagues on it. */
export const ticketCommented = eventType(
  'ticket.commented',
  z.object({ commentId: z.uuid(), seq: z.number().int() }),
);
/** An agent began to write to a third party about it. */
export const ticketSideStarted = eventType('ticket.side_started', z.object({ sideId: z.uuid() }));
/** A letter of a side conversation: of an agent, a party, somebody who is none, or a machine. */
export const ticketSideWritten = eventType(
  'ticket.side_written',
  z.object({
    sideId: z.uuid(),
    seq: z.number().int(),
    by: z.enum(['agent', 'party', 'stranger', 'machine']),
  }),
);
/** A letter of a side conversation did not arrive. */
export const ticketSideFailed = eventType(
  'ticket.side_failed',
  z.object({ sideId: z.uuid(), seq: z.number().int() }),
);
/** A side conversation is done, or open again. */
export const ticketSideSettled = eventType(
  'ticket.side_settled',
  z.object({ sideId: z.uuid(), state: sideState }),
);
const link = z.object({ linkId: z.uuid(), kind: linkKind, fromId: z.uuid(), toId: z.uuid() });
/** Told of each of the two tickets. */
export const ticketLinked = eventType('ticket.linked', link);
export const ticketUnlinked = eventType('ticket.unlinked', link);
const merge = z.object({ sourceId: z.uuid(), targetId: z.uuid() });
/** One was merged into the other, or they are apart again; told of each of the two. */
export const ticketMerged = eventType('ticket.merged', merge);
export const ticketUnmerged = eventType('ticket.unmerged', merge);
/** The last of the back-office tickets that it waited for is solved. */
export const ticketChildrenSolved = eventType('ticket.children_solved', z.object({ childId: z.uuid() }));
const announced = z.object({
  announcementId: z.uuid(),
  topic: announcementKind,
  did: z.enum(['linked', 'unlinked', 'published', 'corrected', 'withdrawn']),
});
export type AnnouncedFact = z.infer<typeof announced>;
/** What was done with an announcement about a tracker: published, corrected, withdrawn, or said to be about it or not. */
export const ticketAnnounced = eventType('ticket.announced', announced);
/** The customer rated how it was solved, or changed that: `before` is the score until then. */
export const ticketRated = eventType(
  'ticket.rated',
  z.object({
    score: z.number().int().min(1).max(5),
    before: z.number().int().nullable(),
    commented: z.boolean(),
  }),
);
