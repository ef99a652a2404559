import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { maximumAttachments } from './files.ts';
import { byId, cursor, id, idempotencyKey, page } from './shapes.ts';
import { maximumFollowers } from './ticket-actions.ts';
import { ticketEvidence } from './ticket-evidence.ts';
import { assetPrices } from './ticket-risk.ts';
import { ticketViewEndpoints } from './ticket-view-endpoints.ts';
import {
  category,
  defaultViews,
  sortDirection,
  tag,
  tags,
  ticketPriority,
  ticketSort,
  ticketStatus,
  viewCount,
  viewFilter,
} from './ticket-views.ts';
import {
  bulkResult,
  checklistEntry,
  linkKind,
  maximumBulk,
  maximumCommentLength,
  maximumSubjectLength,
  possibleDuplicate,
  ticket,
  ticketComment,
  ticketDetail,
  ticketFields,
  ticketSettings,
  timelineEntry,
} from './tickets.ts';
import { trackerEndpoints } from './tracker-endpoints.ts';

const subject = z.string().trim().min(1).max(maximumSubjectLength);
const fields = ticketFields.default({});
const read = { permission: 'tickets.read' } as const;
const write = { permission: 'tickets.write' } as const;
const limit = z.coerce.number().int().min(1).max(100).default(50);
const form = [
  'ticket.field_unknown',
  'ticket.field_invalid',
  'ticket.txid_invalid',
  'ticket.address_invalid',
  'ticket.address_mistyped',
] as const;

/** A filter in a query string is JSON. */
const filterText = z
  .string()
  .max(4000)
  .transform((text, context) => {
    try {
      return viewFilter.parse(JSON.parse(text));
    } catch {
      context.addIssue({ code: 'custom', message: 'not a filter' });
      return z.NEVER;
    }
  });

export const ticketEndpoints = {
  ...ticketViewEndpoints,
  ...trackerEndpoints,
  list: endpoint({
    method: 'GET',
    path: '/api/tickets',
    access: read,
    summary:
      'Tickets within reach: of a view (`mine`, `unassigned`, `open`, `followed`, `solved`, or a saved one’s id), of a filter (JSON), of a customer or a conversation; or a search by number, customer, subject and evidence. Sort and direction of a saved view hold unless given.',
    query: z.object({
      view: z.union([z.enum(defaultViews), id]).optional(),
      filter: filterText.optional(),
      customerId: id.optional(),
      conversationId: id.optional(),
      q: z.string().max(200).optional(),
      sort: ticketSort.optional(),
      direction: sortDirection.optional(),
      cursor: cursor.optional(),
      limit,
    }),
    response: page(ticket),
    errors: ['ticket.view_not_found'],
  }),
  counts: endpoint({
    method: 'GET',
    path: '/api/tickets/counts',
    access: read,
    summary: 'How many tickets each view holds, by its name or id.',
    response: z.object({ views: z.record(z.string(), viewCount) }),
  }),
  get: endpoint({
    method: 'GET',
    path: '/api/tickets/:id',
    access: read,
    summary: 'One ticket with its fields, checklist, links, parent and children.',
    params: byId,
    response: ticketDetail,
    errors: ['ticket.not_found'],
  }),
  evidence: endpoint({
    method: 'GET',
    path: '/api/tickets/:id/evidence',
    access: read,
    summary:
      'What was found in the words of a ticket, its comments and its conversation: transaction ids, addresses, amounts, numbers of orders and codes of errors, each with what it would fill in; and all files of the case.',
    params: byId,
    response: ticketEvidence,
    errors: ['ticket.not_found'],
  }),
  duplicates: endpoint({
    method: 'GET',
    path: '/api/tickets/:id/duplicates',
    access: read,
    summary:
      'Open tickets that may be the same case: of the same transaction or order, or the same customer’s in nearly the same words or category; at most five, within the agent’s reach.',
    params: byId,
    response: z.object({ items: z.array(possibleDuplicate) }),
    errors: ['ticket.not_found'],
  }),
  create: endpoint({
    method: 'POST',
    path: '/api/tickets',
    access: write,
    summary:
      'Open a ticket on a conversation within reach, a back-office ticket (of a parent, or alone), or a tracker. Team and assignee default to the conversation’s, the category to what the customer wrote in it, the priority to what is at risk. Required fields may be left empty.',
    body: z
      .object({
        conversationId: id.optional(),
        parentId: id.optional(),
        parentWaits: z.boolean().default(true),
        tracker: z.boolean().default(false),
        subject,
        category: category.optional(),
        priority: ticketPriority.optional(),
        teamId: id.optional(),
        assigneeId: id.optional(),
        tags: tags.default([]),
        fields,
      })
      .refine(
        (body) => !body.conversationId || (!body.parentId && !body.tracker),
        'a ticket on a conversation has no parent and is no tracker',
      ),
    response: ticket,
    errors: [
      'conversation.not_found',
      'ticket.not_found',
      'ticket.already_open',
      'ticket.parent_refused',
      'people.not_found',
      'people.cannot_answer',
      'people.team_not_found',
      ...form,
    ],
  }),
  update: endpoint({
    method: 'PATCH',
    path: '/api/tickets/:id',
    access: write,
    summary:
      'Change subject, category, priority, fields, tags or whether the parent waits. A priority that is chosen stays; `followRisk` lets it follow what is at risk again. `fields` are merged: an empty text clears one, and those that a new category does not ask for stay as evidence.',
    params: byId,
    body: z.object({
      subject: subject.optional(),
      category: category.optional(),
      priority: ticketPriority.optional(),
      followRisk: z.literal(true).optional(),
      fields: ticketFields.optional(),
      tags: tags.optional(),
      parentWaits: z.boolean().optional(),
    }),
    response: ticketDetail,
    errors: ['ticket.not_found', 'ticket.closed', ...form],
  }),
  setStatus: endpoint({
    method: 'POST',
    path: '/api/tickets/:id/status',
    access: write,
    summary:
      'Move a ticket on: `pending` and `on_hold` from open, `solved` from any that is worked on, `open` from anywhere but closed, `closed` from solved.',
    params: byId,
    body: z.object({ status: ticketStatus }),
    response: ticket,
    errors: [
      'ticket.not_found',
      'ticket.closed',
      'ticket.move_refused',
      'ticket.waits_for_children',
      'ticket.solve_needs_field',
    ],
  }),
  assign: endpoint({
    method: 'POST',
    path: '/api/tickets/:id/assign',
    access: write,
    summary:
      'Take a ticket, give it to an agent or a team (which releases it), or release it into its team. On channels other than live chat the conversation moves along.',
    params: byId,
    body: z.discriminatedUnion('to', [
      z.object({ to: z.literal('me') }),
      z.object({ to: z.literal('nobody') }),
      z.object({ to: z.literal('agent'), agentId: id }),
      z.object({ to: z.literal('team'), teamId: id }),
    ]),
    response: ticket,
    errors: [
      'ticket.not_found',
      'ticket.closed',
      'ticket.already_assigned',
      'people.not_found',
      'people.cannot_answer',
      'people.team_not_found',
    ],
  }),
  setFollowers: endpoint({
    method: 'PUT',
    path: '/api/tickets/:id/followers',
    access: write,
    summary: 'Say who follows a ticket: they reach it and hear of it.',
    params: byId,
    body: z.object({
      agentIds: z
        .array(id)
        .max(maximumFollowers)
        .transform((all) => [...new Set(all)]),
    }),
    response: ticket,
    errors: ['ticket.not_found', 'people.not_found'],
  }),
  comments: endpoint({
    method: 'GET',
    path: '/api/tickets/:id/comments',
    access: read,
    summary: 'What agents wrote to each other on a ticket, in order, after `after`.',
    params: byId,
    query: z.object({
      after: z.coerce.number().int().min(0).default(0),
      limit: z.coerce.number().int().min(1).max(200).default(100),
    }),
    response: z.object({ items: z.array(ticketComment) }),
    errors: ['ticket.not_found'],
  }),
  comment: endpoint({
    method: 'POST',
    path: '/api/tickets/:id/comments',
    access: write,
    summary: 'Write to colleagues on a ticket, with files. Customers never see it.',
    params: byId,
    body: z
      .object({
        key: idempotencyKey,
        text: z.string().trim().max(maximumCommentLength),
        attachmentIds: z.array(id).max(maximumAttachments).default([]),
      })
      .refine((body) => body.text !== '' || body.attachmentIds.length > 0, 'a comment has words or files'),
    response: ticketComment,
    errors: ['ticket.not_found', 'conversation.key_reused', 'file.not_found'],
  }),
  addChecklistEntry: endpoint({
    method: 'POST',
    path: '/api/tickets/:id/checklist',
    access: write,
    summary: 'Add something to do to a ticket’s checklist.',
    params: byId,
    body: z.object({ text: z.string().trim().min(1).max(200) }),
    response: z.object({ checklist: z.array(checklistEntry) }),
    errors: ['ticket.not_found', 'ticket.closed', 'ticket.checklist_full'],
  }),
  tickChecklistEntry: endpoint({
    method: 'PUT',
    path: '/api/tickets/:id/checklist/:entryId',
    access: write,
    summary: 'Tick a thing off the checklist, or take the tick away.',
    params: z.object({ id, entryId: id }),
    body: z.object({ done: z.boolean() }),
    response: z.object({ checklist: z.array(checklistEntry) }),
    errors: ['ticket.not_found', 'ticket.closed', 'request.not_found'],
  }),
  removeChecklistEntry: endpoint({
    method: 'DELETE',
    path: '/api/tickets/:id/checklist/:entryId',
    access: write,
    summary: 'Take a thing off the checklist altogether.',
    params: z.object({ id, entryId: id }),
    response: z.object({ checklist: z.array(checklistEntry) }),
    errors: ['ticket.not_found', 'ticket.closed', 'request.not_found'],
  }),
  link: endpoint({
    method: 'POST',
    path: '/api/tickets/:id/links',
    access: write,
    summary: 'Link a ticket to another within reach: related, a duplicate of it, or caused by it.',
    params: byId,
    body: z.object({ kind: linkKind, ticketId: id }),
    response: ticketDetail,
    errors: ['ticket.not_found', 'ticket.link_refused'],
  }),
  unlink: endpoint({
    method: 'DELETE',
    path: '/api/tickets/:id/links/:linkId',
    access: write,
    summary: 'Take a link away.',
    params: z.object({ id, linkId: id }),
    response: ticketDetail,
    errors: ['ticket.not_found', 'request.not_found'],
  }),
  merge: endpoint({
    method: 'POST',
    path: '/api/tickets/:id/merge',
    access: write,
    summary:
      'Merge a ticket into another of the same customer: it is closed, its followers and tags go over, and a line in both threads says so.',
    params: byId,
    body: z.object({ intoId: id }),
    response: ticketDetail,
    errors: ['ticket.not_found', 'ticket.closed', 'ticket.merge_refused'],
  }),
  undoMerge: endpoint({
    method: 'POST',
    path: '/api/tickets/:id/merge/undo',
    access: write,
    summary:
      'Take a merge back, within 30 minutes: both tickets are as they were, and lines in both threads say so.',
    params: byId,
    response: ticketDetail,
    errors: ['ticket.not_found', 'ticket.not_merged', 'ticket.undo_expired', 'ticket.already_open'],
  }),
  split: endpoint({
    method: 'POST',
    path: '/api/tickets/:id/split',
    access: write,
    summary:
      'Make a message of the thread a ticket of its own, on a new conversation of the customer that begins with it and links back.',
    params: byId,
    body: z.object({ messageId: id, subject, category: category.optional(), key: idempotencyKey }),
    response: ticket,
    errors: ['ticket.not_found', 'ticket.split_refused', 'conversation.message_not_found'],
  }),
  timeline: endpoint({
    method: 'GET',
    path: '/api/tickets/:id/timeline',
    access: read,
    summary: 'What happened to a ticket and its conversation, latest first.',
    params: byId,
    query: z.object({ cursor: cursor.optional(), limit }),
    response: page(timelineEntry),
    errors: ['ticket.not_found'],
  }),
  bulk: endpoint({
    method: 'POST',
    path: '/api/tickets/bulk',
    access: write,
    summary:
      'Change many tickets at once. Answers of each whether it changed or why not, and what takes it all back (`undoId`).',
    body: z.object({
      ids: z
        .array(id)
        .min(1)
        .max(maximumBulk)
        .transform((all) => [...new Set(all)]),
      status: ticketStatus.optional(),
      priority: ticketPriority.optional(),
      teamId: id.optional(),
      /** Null releases. */
      assigneeId: id.nullable().optional(),
      addTags: z.array(tag).max(20).default([]),
      removeTags: z.array(tag).max(20).default([]),
    }),
    /** `undoId` is null when nothing changed. */
    response: z.object({ results: z.array(bulkResult), undoId: id.nullable() }),
    errors: ['people.not_found', 'people.cannot_answer', 'people.team_not_found'],
  }),
  undoBulk: endpoint({
    method: 'POST',
    path: '/api/tickets/bulk/:id/undo',
    access: write,
    summary:
      'Take one’s own bulk edit back, within 30 minutes: each ticket is as it was, unless it was changed since.',
    params: byId,
    response: z.object({ results: z.array(bulkResult) }),
    errors: ['request.not_found', 'ticket.undo_expired'],
  }),
  readSettings: endpoint({
    method: 'GET',
    path: '/api/ticket-settings',
    access: read,
    summary: 'When solved tickets reopen and close.',
    response: ticketSettings,
  }),
  saveSettings: endpoint({
    method: 'PUT',
    path: '/api/ticket-settings',
    access: { permission: 'tickets.manage' },
    summary: 'Say when solved tickets reopen and close.',
    body: ticketSettings,
    response: ticketSettings,
  }),
  readPrices: endpoint({
    method: 'GET',
    path: '/api/asset-prices',
    access: read,
    summary: 'What assets are taken to be worth when the money at risk is weighed, and of which day that is.',
    response: assetPrices,
  }),
  savePrices: endpoint({
    method: 'PUT',
    path: '/api/asset-prices',
    access: { permission: 'tickets.manage' },
    summary: 'Write the table of prices anew.',
    body: assetPrices,
    response: assetPrices,
  }),
};
