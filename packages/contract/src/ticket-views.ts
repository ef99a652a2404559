import { z } from 'zod';
import { channels } from './channels.ts';
import { id, moment } from './shapes.ts';
import { categories } from './ticket-categories.ts';

export const ticketStatus = z.enum(['new', 'open', 'pending', 'on_hold', 'solved', 'closed']);
export type TicketStatus = z.infer<typeof ticketStatus>;
export const ticketPriority = z.enum(['low', 'normal', 'high', 'urgent']);
export type TicketPriority = z.infer<typeof ticketPriority>;
export const category = z.enum(categories);

export const maximumTags = 20;
/** A word that agents sort tickets by; kept in lower case. */
export const tag = z.string().trim().toLowerCase().min(1).max(40);
export const tags = z
  .array(tag)
  .max(maximumTags)
  .transform((all) => [...new Set(all)]);

const hours = z.number().int().min(1).max(8_760);
const ids = z.array(id).min(1).max(50);

/** One thing that a ticket must be. An upper category stands for its lower ones too. */
export const viewCondition = z.discriminatedUnion('field', [
  z.object({ field: z.literal('status'), in: z.array(ticketStatus).min(1) }),
  z.object({ field: z.literal('priority'), in: z.array(ticketPriority).min(1) }),
  z.object({ field: z.literal('category'), in: z.array(category).min(1).max(30) }),
  z.object({ field: z.literal('team'), in: ids }),
  z.object({ field: z.literal('assignee'), in: ids }),
  z.object({ field: z.literal('language'), in: z.array(z.string().min(2).max(8)).min(1).max(20) }),
  z.object({ field: z.literal('channel'), in: z.array(z.enum(channels)).min(1) }),
  z.object({ field: z.literal('tags'), in: z.array(tag).min(1).max(20) }),
  /** Assigned to whoever looks. */
  z.object({ field: z.literal('mine') }),
  /** Followed by whoever looks. */
  z.object({ field: z.literal('followed') }),
  /** In a team of whoever looks. */
  z.object({ field: z.literal('my_teams') }),
  z.object({ field: z.literal('unassigned') }),
  z.object({ field: z.literal('tracker') }),
  /** `within` the last hours, or longer ago (`before`). */
  z.object({ field: z.literal('created'), age: z.enum(['within', 'before']), hours }),
  z.object({ field: z.literal('updated'), age: z.enum(['within', 'before']), hours }),
  z.object({ field: z.literal('solved'), age: z.enum(['within', 'before']), hours }),
  /** A promise on it was not kept in time, and is not kept yet. */
  z.object({ field: z.literal('breached') }),
  /** A promise on it is due within the next hours. */
  z.object({ field: z.literal('due'), hours }),
]);
export type ViewCondition = z.infer<typeof viewCondition>;

/** A ticket fits when all of `all` hold and, unless that is empty, any of `any`. */
export const viewFilter = z.object({
  all: z.array(viewCondition).max(20).default([]),
  any: z.array(viewCondition).max(20).default([]),
});
export type ViewFilter = z.output<typeof viewFilter>;

/** By `priority`, what is worked on comes before what is solved or closed. By `due`, upwards, the soonest comes first and what is not due last. */
export const ticketSort = z.enum(['updated', 'created', 'priority', 'due']);
export type TicketSort = z.infer<typeof ticketSort>;
export const sortDirection = z.enum(['desc', 'asc']);
export type SortDirection = z.infer<typeof sortDirection>;

export const viewColumn = z.enum([
  'number',
  'subject',
  'customer',
  'status',
  'priority',
  'category',
  'team',
  'assignee',
  'language',
  'channel',
  'tags',
  'created',
  'updated',
  'solved',
  'due',
]);
export type ViewColumn = z.infer<typeof viewColumn>;

/** The views that everybody has; their names stand in the console's catalogues. */
export const defaultViews = [
  'mine',
  'breached',
  'due_soon',
  'unassigned',
  'open',
  'followed',
  'solved',
] as const;
export type DefaultView = (typeof defaultViews)[number];

/** Who has a view: its owner alone, a team, or all. */
export const viewSharing = z.union([z.enum(['personal', 'all']), z.object({ teamId: id })]);

export const viewBody = z.object({
  name: z.string().trim().min(1).max(60),
  filter: viewFilter,
  columns: z.array(viewColumn).min(1).max(viewColumn.options.length),
  sort: ticketSort.default('updated'),
  direction: sortDirection.default('desc'),
  sharing: viewSharing.default('personal'),
});

/** A named list of tickets that somebody saved. */
export const ticketView = z.object({
  id,
  name: z.string(),
  filter: viewFilter,
  columns: z.array(viewColumn),
  sort: ticketSort,
  direction: sortDirection,
  sharing: viewSharing,
  ownerId: id,
  /** Whoever asks may change or remove it. */
  editable: z.boolean(),
  updatedAt: moment,
});
export type TicketView = z.infer<typeof ticketView>;

/** Tickets of a view, counted up to `maximumCount`; more are `maximumCount` and `more`. */
export const maximumCount = 1_000;
export const viewCount = z.object({ count: z.number().int(), more: z.boolean() });
export type ViewCount = z.infer<typeof viewCount>;
