import { slaKind } from '@fairlead/contract';
import { z } from 'zod';
import { eventType } from '../../platform/events/event.ts';

/** Of which clock of the ticket, who is the subject, and when it came so far. */
const clock = z.object({ kind: slaKind, round: z.number().int(), policyId: z.uuid(), at: z.iso.datetime() });

/** The share of a promise at which it warns has passed. */
export const slaWarned = eventType('sla.warned', clock);
/** A promise was not kept in time. */
export const slaBreached = eventType('sla.breached', clock);
/** A promise was kept, in time or late. */
export const slaMet = eventType('sla.met', clock.extend({ late: z.boolean() }));
/** A step of the policy was taken. */
export const slaEscalated = eventType(
  'sla.escalated',
  clock.extend({
    share: z.number(),
    notifiedIds: z.array(z.uuid()),
    raisedPriority: z.boolean(),
    movedToTeamId: z.uuid().nullable(),
  }),
);
