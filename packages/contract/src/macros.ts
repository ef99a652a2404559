import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { placeholders } from './placeholders.ts';
import { byId, id, locale, maximumMessageLength, moment } from './shapes.ts';
import { maximumActions, ticketAction } from './ticket-actions.ts';
import { ownFieldKey } from './ticket-form-endpoints.ts';
import { viewSharing } from './ticket-views.ts';

/** What a macro says, by locale; with placeholders. */
const texts = z
  .partialRecord(locale, z.string().trim().min(1).max(maximumMessageLength))
  .refine((all) => Object.keys(all).length > 0, 'says nothing');

/** What a macro does to the ticket of the conversation beside answering, which is done by its text. */
const actions = z
  .array(ticketAction)
  .max(maximumActions)
  .refine((all): boolean => all.every((it) => it.do !== 'reply'), 'its text is the reply');

/** A macro that a message was made with, and what of its actions the agent left in. */
export const usedMacro = z.object({ id, actions: actions.default([]) });
export type UsedMacro = z.output<typeof usedMacro>;

export const macroBody = z.object({
  name: z.string().trim().min(1).max(80),
  /** Macros of one folder stand together; empty for none. */
  folder: z.string().trim().max(60).default(''),
  sharing: viewSharing.default('personal'),
  texts,
  actions: actions.default([]),
});
export type MacroBody = z.output<typeof macroBody>;

/** A saved reply with actions. */
export const macro = z.object({
  id,
  name: z.string(),
  folder: z.string(),
  sharing: viewSharing,
  ownerId: id,
  texts,
  actions: z.array(ticketAction),
  /** Whoever asks may change or remove it. */
  editable: z.boolean(),
  /** In how many messages it was used, and when last. */
  uses: z.number().int(),
  usedAt: moment.nullable(),
  updatedAt: moment,
});
export type Macro = z.infer<typeof macro>;

/** A macro as it would be sent in a conversation. */
export const filledMacro = z.object({
  /** What has no value stays as it is written, and is named in `empty`. */
  text: z.string(),
  empty: z.array(z.union([z.enum(placeholders), z.templateLiteral(['field.', ownFieldKey])])),
  locale,
  /** What the customer reads; another than `locale` where the macro has no text in their language. */
  wanted: locale,
  /** The ticket to which its actions would be done; null where there is none, it is closed, or whoever asks may not change it. */
  ticketId: id.nullable(),
});
export type FilledMacro = z.infer<typeof filledMacro>;

const reply = { permission: 'conversations.reply' } as const;
const refusals = ['macro.placeholder_unknown', 'people.team_not_found', 'people.not_found'] as const;

export const macroEndpoints = {
  list: endpoint({
    method: 'GET',
    path: '/api/macros',
    access: reply,
    summary: 'The macros that one has: one’s own, those of one’s teams, and those for all.',
    response: z.object({ items: z.array(macro) }),
  }),
  create: endpoint({
    method: 'POST',
    path: '/api/macros',
    access: reply,
    summary:
      'Save a macro: for oneself, a team of one’s own, or, with `tickets.manage`, any team or all. Placeholders that there are none of are refused.',
    body: macroBody,
    response: macro,
    errors: ['macro.too_many', ...refusals],
  }),
  update: endpoint({
    method: 'PUT',
    path: '/api/macros/:id',
    access: reply,
    summary: 'Write a macro anew: one’s own, or with `tickets.manage` any that is shared.',
    params: byId,
    body: macroBody,
    response: macro,
    errors: ['macro.not_found', ...refusals],
  }),
  remove: endpoint({
    method: 'DELETE',
    path: '/api/macros/:id',
    access: reply,
    summary: 'Remove a macro.',
    params: byId,
    errors: ['macro.not_found'],
  }),
  fill: endpoint({
    method: 'POST',
    path: '/api/macros/:id/fill',
    access: reply,
    summary:
      'A macro in the language of a conversation’s customer, with its placeholders filled in. Without a text in their locale it is one in their language, else English, else the first.',
    params: byId,
    body: z.object({ conversationId: id }),
    response: filledMacro,
    errors: ['macro.not_found', 'conversation.not_found'],
  }),
};
