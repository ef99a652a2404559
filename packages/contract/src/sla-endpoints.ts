import { z } from 'zod';
import { endpoint, nothing } from './endpoint.ts';
import { byId, cursor, id, page } from './shapes.ts';
import {
  breachingTicket,
  policyBody,
  policyHit,
  slaAlert,
  slaChoice,
  slaClock,
  slaPolicy,
  slaTrial,
  ticketClocks,
} from './sla.ts';
import { calendarBody, calendarException, maximumIcal, slaCalendar } from './sla-calendars.ts';

const read = { permission: 'sla.read' } as const;
const manage = { permission: 'sla.manage' } as const;
const tickets = { permission: 'tickets.read' } as const;
const calendarErrors = ['request.time_zone_unknown', 'sla.calendar_never_open'] as const;
const policyErrors = ['sla.calendar_not_found', 'people.team_not_found', 'people.not_found'] as const;

/** Ids in a query string, with commas between them. */
const idList = z
  .string()
  .max(3700)
  .transform((text) => text.split(','))
  .pipe(z.array(id).min(1).max(100));

/** An iCal file, and the years for which its days are wanted. */
const holidayFile = z
  .object({
    ical: z.string().min(1).max(maximumIcal),
    fromYear: z.number().int().min(2000).max(2100),
    years: z.number().int().min(1).max(10).default(2),
  })
  .refine(({ fromYear, years }) => fromYear + years <= 2110);

export const slaEndpoints = {
  listCalendars: endpoint({
    method: 'GET',
    path: '/api/sla/calendars',
    access: read,
    summary: 'All calendars, by name.',
    response: z.object({ items: z.array(slaCalendar) }),
  }),
  createCalendar: endpoint({
    method: 'POST',
    path: '/api/sla/calendars',
    access: manage,
    summary: 'Make a calendar: hours of each weekday in a time zone, and days on which others hold.',
    body: calendarBody,
    response: slaCalendar,
    errors: calendarErrors,
  }),
  updateCalendar: endpoint({
    method: 'PUT',
    path: '/api/sla/calendars/:id',
    access: manage,
    summary: 'Change a calendar. Running clocks count by it from then on as if it had always been so.',
    params: byId,
    body: calendarBody,
    response: slaCalendar,
    errors: ['sla.calendar_not_found', ...calendarErrors],
  }),
  deleteCalendar: endpoint({
    method: 'DELETE',
    path: '/api/sla/calendars/:id',
    access: manage,
    summary: 'Remove a calendar by which no policy and no running clock counts.',
    params: byId,
    response: nothing,
    errors: ['sla.calendar_not_found', 'sla.calendar_in_use'],
  }),
  importHolidays: endpoint({
    method: 'POST',
    path: '/api/sla/calendars/:id/holidays',
    access: manage,
    summary:
      'Add the all-day events of an iCal file as days off, those that repeat each year for the years given. Days that have an exception already keep it. Events with a time of day are left out and counted.',
    params: byId,
    body: holidayFile,
    response: z.object({
      calendar: slaCalendar,
      added: z.number().int(),
      /** Events with a time of day, or that do not fall into these years. */
      leftOut: z.number().int(),
    }),
    errors: ['sla.calendar_not_found', 'sla.ical_invalid', 'sla.too_many_exceptions'],
  }),
  previewHolidays: endpoint({
    method: 'POST',
    path: '/api/sla/holidays/preview',
    access: manage,
    summary: 'The days off of an iCal file, as an import would read them; nothing is changed.',
    body: holidayFile,
    response: z.object({
      holidays: z.array(calendarException.pick({ date: true, name: true })),
      leftOut: z.number().int(),
    }),
    errors: ['sla.ical_invalid'],
  }),
  listPolicies: endpoint({
    method: 'GET',
    path: '/api/sla/policies',
    access: read,
    summary: 'All policies, in the order in which they are tried.',
    response: z.object({ items: z.array(slaPolicy) }),
  }),
  createPolicy: endpoint({
    method: 'POST',
    path: '/api/sla/policies',
    access: manage,
    summary: 'Make a policy; it is tried last. It holds for tickets from their next choice of a policy.',
    body: policyBody,
    response: slaPolicy,
    errors: [...policyErrors, 'sla.too_many_policies'],
  }),
  orderPolicies: endpoint({
    method: 'PUT',
    path: '/api/sla/policies/order',
    access: manage,
    summary: 'Put all policies into another order.',
    body: z.object({ ids: z.array(id).min(1).max(100) }),
    response: z.object({ items: z.array(slaPolicy) }),
    errors: ['sla.order_incomplete'],
  }),
  updatePolicy: endpoint({
    method: 'PUT',
    path: '/api/sla/policies/:id',
    access: manage,
    summary: 'Change a policy. Tickets keep what they were promised until their policy is chosen anew.',
    params: byId,
    body: policyBody,
    response: slaPolicy,
    errors: ['sla.policy_not_found', ...policyErrors],
  }),
  deletePolicy: endpoint({
    method: 'DELETE',
    path: '/api/sla/policies/:id',
    access: manage,
    summary: 'Remove a policy. Tickets keep what they were promised by it.',
    params: byId,
    response: nothing,
    errors: ['sla.policy_not_found'],
  }),
  tryPolicy: endpoint({
    method: 'POST',
    path: '/api/sla/policies/trial',
    access: manage,
    summary:
      'A stretch of a dry run: what a policy, saved or not, would have promised to the tickets within reach that were opened in the last days, and whether that would have been kept. `id` names the policy in whose place it is tried; without it, it is tried last. It counts as switched on. Nothing is written. `scanned` of `total` have been looked at once it is done; go on at `next`.',
    body: z.object({
      policy: policyBody,
      id: id.nullable().default(null),
      days: z.number().int().min(1).max(30).default(7),
      cursor: cursor.nullable().default(null),
    }),
    response: z.object({
      items: z.array(policyHit),
      scanned: z.number().int(),
      total: z.number().int(),
      next: cursor.nullable(),
    }),
    errors: ['sla.policy_not_found', 'sla.calendar_not_found'],
  }),
  clocks: endpoint({
    method: 'GET',
    path: '/api/sla/clocks',
    access: tickets,
    summary:
      'The clocks of up to 100 tickets, and of the tickets of up to 100 conversations that are not closed; those out of reach are left out.',
    query: z.object({ ticketIds: idList.optional(), conversationIds: idList.optional() }),
    response: z.object({ items: z.array(ticketClocks) }),
  }),
  ticket: endpoint({
    method: 'GET',
    path: '/api/sla/tickets/:id',
    access: tickets,
    summary:
      'Every clock that a ticket has had, latest first, and the policy that holds now with the reason for it.',
    params: byId,
    response: z.object({ ticketId: id, clocks: z.array(slaClock), choice: slaChoice.nullable() }),
    errors: ['ticket.not_found'],
  }),
  trial: endpoint({
    method: 'GET',
    path: '/api/sla/tickets/:id/trial',
    access: read,
    summary: 'Which policy a ticket would get now, why not those before it, and what would be due when.',
    params: byId,
    response: slaTrial,
    errors: ['ticket.not_found'],
  }),
  breaching: endpoint({
    method: 'GET',
    path: '/api/sla/breaching',
    access: tickets,
    summary:
      'Tickets within reach that are late, or due within so many minutes, soonest due first. `teamId` and `mine` narrow it.',
    query: z.object({
      withinMinutes: z.coerce.number().int().min(0).max(10_080).default(60),
      teamId: id.optional(),
      mine: z.enum(['true', 'false']).optional(),
      cursor: cursor.optional(),
      limit: z.coerce.number().int().min(1).max(100).default(50),
    }),
    response: page(breachingTicket),
  }),
  counts: endpoint({
    method: 'GET',
    path: '/api/sla/counts',
    access: tickets,
    summary: 'How many tickets within reach are late, and how many are due within the hour.',
    response: z.object({ breached: z.number().int(), dueSoon: z.number().int() }),
  }),
  alerts: endpoint({
    method: 'GET',
    path: '/api/sla/alerts',
    access: 'agent',
    summary:
      'What one was told of and still has to look at, latest first: not acknowledged, and not kept or solved meanwhile.',
    response: z.object({ items: z.array(slaAlert) }),
  }),
  acknowledge: endpoint({
    method: 'POST',
    path: '/api/sla/alerts/:id/acknowledge',
    access: 'agent',
    summary: 'Acknowledge what one was told of; nobody else on call is told any more. Again changes nothing.',
    params: byId,
    response: slaAlert,
    errors: ['sla.alert_not_found'],
  }),
  acknowledgeAll: endpoint({
    method: 'POST',
    path: '/api/sla/alerts/acknowledge',
    access: 'agent',
    summary: 'Acknowledge all that one was told of up to an alert, that one included.',
    body: z.object({ upTo: id }),
    response: z.object({ acknowledged: z.number().int() }),
    errors: ['sla.alert_not_found'],
  }),
};
