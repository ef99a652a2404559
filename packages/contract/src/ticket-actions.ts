import { z } from 'zod';
import { unknownPlaceholders } from './placeholders.ts';
import { id, locale, maximumMessageLength, messageParams } from './shapes.ts';
import { category, tag, ticketPriority, ticketStatus } from './ticket-views.ts';
import { maximumCommentLength, maximumSubjectLength } from './tickets.ts';

/** Actions that one macro or one rule can have. */
export const maximumActions = 20;
/** Agents that can follow one ticket. */
export const maximumFollowers = 50;

const withPlaceholders = (maximum: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(maximum)
    .refine((text) => unknownPlaceholders(text).length === 0, 'names a placeholder that there is none of');
const some = <T extends z.ZodType>(item: T, maximum: number) => z.array(item).min(1).max(maximum);

/** One thing that is done to a ticket: by a macro, or by an automation rule. Texts have placeholders. */
export const ticketAction = z.discriminatedUnion('do', [
  z.object({ do: z.literal('set_status'), status: ticketStatus.exclude(['new']) }),
  z.object({ do: z.literal('set_priority'), priority: ticketPriority }),
  z.object({ do: z.literal('set_category'), category }),
  /** Another team; whoever had the ticket has it no longer. */
  z.object({ do: z.literal('set_team'), teamId: id }),
  /** Null releases it into its team. */
  z.object({ do: z.literal('set_assignee'), agentId: id.nullable() }),
  z.object({ do: z.literal('add_tags'), tags: some(tag, 20) }),
  z.object({ do: z.literal('remove_tags'), tags: some(tag, 20) }),
  z.object({ do: z.literal('add_followers'), agentIds: some(id, 20) }),
  z.object({ do: z.literal('add_checklist'), entries: some(z.string().trim().min(1).max(200), 20) }),
  /** For colleagues; customers never see it. */
  z.object({ do: z.literal('write_note'), text: withPlaceholders(maximumCommentLength) }),
  /** To the customer, in their language or else in `fallback`. Not sent with an empty place in it. */
  z
    .object({
      do: z.literal('reply'),
      texts: z.partialRecord(locale, withPlaceholders(maximumMessageLength)),
      fallback: locale,
    })
    .refine(({ texts, fallback }) => texts[fallback] !== undefined, 'the fallback has no text'),
  /** Agents, and everybody in a team, follow the ticket from now on and are told why. */
  z
    .object({
      do: z.literal('notify'),
      agentIds: z.array(id).max(20).default([]),
      teamId: id.nullable().default(null),
      text: withPlaceholders(maximumCommentLength),
    })
    .refine(({ agentIds, teamId }) => agentIds.length > 0 || teamId !== null, 'nobody is to be told'),
  /** A back-office ticket below this one, for another team. */
  z.object({
    do: z.literal('open_child'),
    subject: withPlaceholders(maximumSubjectLength),
    category,
    teamId: id,
    /** The ticket cannot be solved before the child is. */
    waits: z.boolean().default(true),
  }),
]);
export type TicketAction = z.output<typeof ticketAction>;
export type TicketActionKind = TicketAction['do'];

/** What became of an action; `refused` says why it could not be done. */
export const actionResult = z.object({
  do: z.enum(
    ticketAction.options.map((option) => option.shape.do.value) as [TicketActionKind, ...TicketActionKind[]],
  ),
  changed: z.boolean(),
  refused: z.object({ code: z.string(), params: messageParams }).nullable(),
});
export type ActionResult = z.infer<typeof actionResult>;
