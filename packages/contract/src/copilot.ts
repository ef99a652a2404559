import { z } from 'zod';
import { messageSources } from './conversations.ts';
import { endpoint } from './endpoint.ts';
import { flowIds, flowSlots, tracedFlowRun } from './exchange-flows.ts';
import { byId, id, locale, maximumMessageLength, moment } from './shapes.ts';
import { formKey } from './ticket-form-endpoints.ts';
import { category, ticketStatus } from './ticket-views.ts';
import { ticketFields } from './tickets.ts';
import { isTimeZone } from './working-week.ts';

/** What the copilot offers to whoever answers. */
export const copilotKind = z.enum(['draft', 'step', 'macro', 'similar', 'fields']);
export type CopilotKind = z.infer<typeof copilotKind>;

/** What became of an offer: taken as it was, taken and changed, or turned down. Without any it was passed over. */
export const copilotFate = z.enum(['accepted', 'edited', 'rejected']);
export type CopilotFate = z.infer<typeof copilotFate>;

/** An offer as it is kept: by its id it is said what became of it. */
const offer = z.object({ offerId: id, fate: copilotFate.nullable() });

/** A reply that somebody may send as it is. */
export const copilotDraft = offer.extend({
  of: z.enum(['article', 'flow']),
  /** The language that it is written in: the customer’s, or the nearest there is. */
  locale,
  text: z.string(),
  /** The same in the language of whoever asks; null where that is the draft’s own, or the article has it not. */
  reading: z.object({ locale, text: z.string() }).nullable(),
  sources: messageSources,
});
export type CopilotDraft = z.infer<typeof copilotDraft>;

/** What a customer named, as a case is told by it. */
export const copilotEntityKinds = [
  'txid',
  'address',
  'amount',
  'asset',
  'network',
  'order_id',
  'error_code',
  'uid',
] as const;

/** A conversation in short, by what was understood in it; nothing in it is made up. */
export const copilotSummary = z.object({
  /** What they asked for, the latest last, each with how they began to say it. */
  asked: z.array(z.object({ intent: z.string(), seq: z.number().int(), text: z.string() })),
  entities: z.array(z.object({ kind: z.enum(copilotEntityKinds), value: z.string() })),
  /** What was tried for them, oldest first. */
  tried: z.array(
    z.discriminatedUnion('by', [
      z.object({ by: z.literal('article'), title: z.string(), url: z.string() }),
      z.object({ by: z.literal('flow'), flow: z.string(), outcome: z.string(), asOf: moment.nullable() }),
      z.object({ by: z.literal('macro'), name: z.string() }),
    ]),
  ),
  ticket: z
    .object({ id, number: z.number().int(), status: ticketStatus, category, dueAt: moment.nullable() })
    .nullable(),
  /** What waits for an answer, in their words; null where nothing does. */
  open: z.object({ seq: z.number().int(), text: z.string(), at: moment }).nullable(),
});
export type CopilotSummary = z.infer<typeof copilotSummary>;

/** What is best done next, and why. */
export const copilotStep = z.discriminatedUnion('do', [
  z.object({
    do: z.literal('hand_over'),
    why: z.enum(['stolen', 'other_team']),
    teamId: id,
    intent: z.string().nullable(),
  }),
  z.object({ do: z.literal('look_up'), flow: z.enum(flowIds), slots: flowSlots, intent: z.string() }),
  z.object({
    do: z.literal('ask'),
    fields: z.array(formKey),
    category,
    /** The question, in the customer’s language. */
    text: z.string(),
  }),
  z.object({ do: z.literal('macro'), macroId: id, name: z.string(), intent: z.string().nullable() }),
  z.object({ do: z.literal('reply'), title: z.string() }),
  z.object({ do: z.literal('solve') }),
]);
export type CopilotStep = z.infer<typeof copilotStep>;

const suggestedMacro = offer.extend({
  macroId: id,
  name: z.string(),
  folder: z.string(),
  /** It says what is asked about: the intent; or its words are those of the customer. */
  why: z.enum(['intent', 'words']),
  intent: z.string().nullable(),
});

/** Why a case is like another. */
export const likeness = z.enum(['id', 'error_code', 'category', 'asset', 'network', 'words', 'meaning']);
export type Likeness = z.infer<typeof likeness>;

const similarTicket = offer.extend({
  id,
  number: z.number().int(),
  subject: z.string(),
  category,
  solvedAt: moment.nullable(),
  because: z.array(likeness),
  /** How the last reply to its customer began; null where there was none, or its thread is not for whoever asks. */
  solvedBy: z.string().nullable(),
});

/** What stands in the thread and is missing in the ticket’s form. */
const fieldsToFill = offer.extend({
  ticketId: id,
  /** Each with all that it fills in. */
  chips: z.array(z.object({ fields: ticketFields, misread: z.boolean() })),
  /** What nothing else in the thread contradicts. */
  all: ticketFields,
});

export const copilotSuggestions = z.object({
  /** Of the customer’s last message; 0 where there is none. */
  seq: z.number().int(),
  drafts: z.array(copilotDraft),
  /** What the exchange can be asked about it, if whoever asks may. */
  lookUp: z.object({ flow: z.enum(flowIds), slots: flowSlots }).nullable(),
  /** Why nothing that is an account's own is offered: a letter that waits for an answer comes from a false sender. */
  withheld: z.literal('sender_false').nullable(),
  summary: copilotSummary.nullable(),
  step: offer.extend({ is: copilotStep }).nullable(),
  macros: z.array(suggestedMacro),
  similar: z.array(similarTicket),
  fields: fieldsToFill.nullable(),
});
export type CopilotSuggestions = z.infer<typeof copilotSuggestions>;

/** How offers of one kind went in one language. */
export const copilotFigures = z.object({
  kind: copilotKind,
  locale,
  offered: z.number().int(),
  accepted: z.number().int(),
  edited: z.number().int(),
  rejected: z.number().int(),
  /** Of those that were changed: how much, 0 to 1 on average. */
  editedShare: z.number().nullable(),
});
export type CopilotFigures = z.infer<typeof copilotFigures>;

/** Days that the figures look back. */
export const copilotFigureDays = 30;

export const copilotEndpoints = {
  suggestions: endpoint({
    method: 'GET',
    path: '/api/conversations/:id/copilot',
    access: { permission: 'conversations.reply' },
    summary:
      'What may help with a conversation: drafted replies with their sources, a summary, the next step, macros, similar solved tickets, and what the ticket’s form lacks. Made of what there is already; looks nothing of the customer’s up.',
    params: byId,
    query: z.object({ locale }),
    response: copilotSuggestions,
    errors: ['conversation.not_found'],
  }),
  lookUp: endpoint({
    method: 'POST',
    path: '/api/conversations/:id/copilot/look-up',
    access: { permission: 'exchange.read' },
    summary:
      'A drafted reply from a flow of the exchange, in the customer’s language, and the same in one’s own. Recorded as every look at what is theirs is.',
    params: byId,
    body: z.object({
      flow: z.enum(flowIds),
      slots: flowSlots.default({}),
      locale,
      timeZone: z.string().max(64).refine(isTimeZone).default('UTC'),
    }),
    response: z.object({ draft: copilotDraft, run: tracedFlowRun }),
    errors: [
      'conversation.not_found',
      'copilot.sender_false',
      'exchange.not_connected',
      'exchange.customer_not_verified',
    ],
  }),
  settle: endpoint({
    method: 'POST',
    path: '/api/conversations/:id/copilot/fates',
    access: { permission: 'conversations.reply' },
    summary:
      'What became of offers of the copilot. A message that began as a draft is compared with it. What is not one’s own is left alone, and what was sent stays so.',
    params: byId,
    body: z.object({
      fates: z
        .array(
          z.discriminatedUnion('is', [
            z.object({ is: z.literal('shown'), offerId: id }),
            z.object({ is: z.literal('accepted'), offerId: id }),
            z.object({ is: z.literal('rejected'), offerId: id }),
            z.object({
              is: z.literal('sent'),
              offerId: id,
              messageId: id,
              /** Of what the exchange said, which is kept nowhere: the words that were offered. */
              said: z.string().max(maximumMessageLength).optional(),
            }),
          ]),
        )
        .min(1)
        .max(20),
    }),
    errors: ['conversation.not_found'],
  }),
  figures: endpoint({
    method: 'GET',
    path: '/api/assistant/copilot',
    access: { permission: 'assistant.read' },
    summary: 'How what the copilot offered went, by kind and language, over the last 30 days.',
    response: z.object({ items: z.array(copilotFigures) }),
  }),
};
