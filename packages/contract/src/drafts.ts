import { z } from 'zod';
import { maximumQuickReplies, maximumQuickReplyLength } from './conversations.ts';
import { endpoint, nothing } from './endpoint.ts';
import { attachment, maximumAttachments } from './files.ts';
import { letterCopies, maximumCopies } from './letters.ts';
import { usedMacro } from './macros.ts';
import { byId, id, maximumMessageLength, moment } from './shapes.ts';

/** Characters in a draft: more than a message may have, since what is too long to be sent is not to be lost. */
export const maximumDraftLength = 2 * maximumMessageLength;

/** What is being written: a reply to the customer, or a note for colleagues. */
export const draftKind = z.enum(['text', 'note']);

const content = z.object({
  text: z.string().max(maximumDraftLength),
  mentions: z.array(z.object({ id, name: z.string().max(200) })).max(20),
  /** Answers that the customer can choose from. */
  quickReplies: z.array(z.string().max(maximumQuickReplyLength)).max(maximumQuickReplies),
  /** The macros that were put in, with those of their actions that are to be done. */
  macros: z.array(usedMacro).max(10),
  /** Who gets a copy of the letter; null where that is as proposed. */
  letter: letterCopies
    .refine(({ cc, bcc }) => cc.length <= maximumCopies && bcc.length <= maximumCopies)
    .nullable(),
  /** The last message on screen when the agent began to write; null while no text is written. */
  seenSeq: z.number().int().min(0).nullable(),
});
/** What a draft says, without its files. */
export type DraftContent = z.output<typeof content>;

/** What an agent is writing in a conversation and has not sent. One for each agent, conversation and kind. */
export const draft = content.extend({
  conversationId: id,
  agentId: id,
  kind: draftKind,
  /** Another with every change; a later one is higher, also after the draft was removed and another begun. */
  version: z.number().int(),
  /** Colleagues who see the conversation see the draft, too. */
  shared: z.boolean(),
  attachments: z.array(attachment),
  writtenAt: moment,
});
export type SavedDraft = z.infer<typeof draft>;

const place = byId.extend({ kind: draftKind });

export const draftEndpoints = {
  listDrafts: endpoint({
    method: 'GET',
    path: '/api/conversations/:id/drafts',
    access: { permission: 'conversations.read' },
    summary: 'One’s own drafts in a conversation, and those that colleagues share, oldest first.',
    params: byId,
    response: z.object({ items: z.array(draft) }),
    errors: ['conversation.not_found'],
  }),
  saveDraft: endpoint({
    method: 'PUT',
    path: '/api/conversations/:id/drafts/:kind',
    access: { permission: 'conversations.reply' },
    summary:
      'Keep what one is writing. `version` is that of the draft it goes on from, null where there is none; when it is another by now, nothing is written and `conversation.draft_changed` says so. A draft of which nobody has heard for two weeks is removed.',
    params: place,
    body: content.extend({
      version: z.number().int().nullable(),
      shared: z.boolean(),
      attachmentIds: z
        .array(id)
        .max(maximumAttachments)
        .transform((ids) => [...new Set(ids)]),
    }),
    response: draft,
    errors: ['conversation.not_found', 'conversation.draft_changed', 'file.not_found'],
  }),
  removeDraft: endpoint({
    method: 'DELETE',
    path: '/api/conversations/:id/drafts/:kind',
    access: { permission: 'conversations.reply' },
    summary:
      'Remove one’s draft, which was sent or is not wanted, if it is still of that version. One that is not there is removed already.',
    params: place,
    query: z.object({ version: z.coerce.number().int() }),
    response: nothing,
    errors: ['conversation.not_found', 'conversation.draft_changed'],
  }),
  takeOverDraft: endpoint({
    method: 'POST',
    path: '/api/conversations/:id/drafts/:kind/take-over',
    access: { permission: 'conversations.reply' },
    summary:
      'Make the draft that a colleague shares one’s own, with its files: it stands before what one has written oneself, and the colleague has it no longer.',
    params: place,
    body: z.object({ agentId: id, version: z.number().int() }),
    response: draft,
    errors: [
      'conversation.not_found',
      'conversation.draft_not_found',
      'conversation.draft_changed',
      'conversation.message_too_long',
      'file.too_many',
    ],
  }),
};
