import { z } from 'zod';
import { maximumRules, rule, ruleBody, ruleRun, runOutcome, trialHit } from './automation.ts';
import { endpoint, nothing } from './endpoint.ts';
import { byId, cursor, id, page } from './shapes.ts';

const manage = { permission: 'automation.manage' } as const;
const named = ['people.team_not_found', 'people.not_found', 'people.cannot_answer'] as const;
const limit = z.coerce.number().int().min(1).max(100).default(50);

export const automationEndpoints = {
  listRules: endpoint({
    method: 'GET',
    path: '/api/automation/rules',
    access: manage,
    summary: 'All automation rules, in the order in which they are run.',
    response: z.object({ items: z.array(rule) }),
  }),
  createRule: endpoint({
    method: 'POST',
    path: '/api/automation/rules',
    access: manage,
    summary: 'Make a rule; it is run last. It hears what happens from then on.',
    body: ruleBody,
    response: rule,
    errors: [...named, 'automation.too_many_rules'],
  }),
  orderRules: endpoint({
    method: 'PUT',
    path: '/api/automation/rules/order',
    access: manage,
    summary: 'Put all rules into another order.',
    body: z.object({ ids: z.array(id).min(1).max(maximumRules) }),
    response: z.object({ items: z.array(rule) }),
    errors: ['automation.order_incomplete'],
  }),
  updateRule: endpoint({
    method: 'PUT',
    path: '/api/automation/rules/:id',
    access: manage,
    summary: 'Change a rule. What it did stays in the log under the name it had.',
    params: byId,
    body: ruleBody,
    response: rule,
    errors: ['automation.rule_not_found', ...named],
  }),
  switchRule: endpoint({
    method: 'PUT',
    path: '/api/automation/rules/:id/enabled',
    access: manage,
    summary: 'Switch a rule on or off.',
    params: byId,
    body: z.object({ enabled: z.boolean() }),
    response: rule,
    errors: ['automation.rule_not_found'],
  }),
  deleteRule: endpoint({
    method: 'DELETE',
    path: '/api/automation/rules/:id',
    access: manage,
    summary: 'Remove a rule. Its runs stay in the log.',
    params: byId,
    response: nothing,
    errors: ['automation.rule_not_found'],
  }),
  trial: endpoint({
    method: 'POST',
    path: '/api/automation/trial',
    access: manage,
    summary:
      'A stretch of a dry run: what a rule, saved or not, would have done on what happened in the last days, or, where it goes by time, would do now. Nothing is written. `scanned` of `total` have been looked at once it is done; go on at `next`.',
    body: z.object({
      rule: ruleBody,
      days: z.number().int().min(1).max(30).default(7),
      cursor: cursor.nullable().default(null),
    }),
    response: z.object({
      items: z.array(trialHit),
      scanned: z.number().int(),
      total: z.number().int(),
      next: cursor.nullable(),
    }),
  }),
  runs: endpoint({
    method: 'GET',
    path: '/api/automation/runs',
    access: manage,
    summary:
      'What rules did on tickets within reach, latest first: of all, of one rule, or with one outcome.',
    query: z.object({
      ruleId: id.optional(),
      outcome: runOutcome.optional(),
      cursor: cursor.optional(),
      limit,
    }),
    response: page(ruleRun),
  }),
  ticketRuns: endpoint({
    method: 'GET',
    path: '/api/automation/tickets/:id/runs',
    access: { permission: 'tickets.read' },
    summary: 'What rules did on a ticket, latest first, up to 200.',
    params: byId,
    response: z.object({ items: z.array(ruleRun) }),
    errors: ['ticket.not_found'],
  }),
  undoRun: endpoint({
    method: 'POST',
    path: '/api/automation/runs/:id/undo',
    access: { permission: 'tickets.write' },
    summary:
      'Take back what a rule changed about a ticket, within 30 minutes and unless it was changed since. Words that went out and tickets that were opened stay.',
    params: byId,
    response: ruleRun,
    errors: [
      'automation.run_not_found',
      'ticket.undo_expired',
      'ticket.changed_since',
      'ticket.already_open',
    ],
  }),
};
