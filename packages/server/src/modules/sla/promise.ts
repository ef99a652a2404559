import { policyBody, type SlaPolicy, type SlaTraits, slaWhy } from '@fairlead/contract';
import { z } from 'zod';

/** What a ticket was promised: a policy as it was worded when it was chosen. Kept, so that later edits change no past promise. */
export const promise = policyBody
  .pick({ targets: true, calendarId: true, warnShare: true, steps: true })
  .extend({ policyId: z.uuid(), policyName: z.string(), why: slaWhy.nullable().default(null) });
export type Promised = z.output<typeof promise>;

/** What a policy promises to a ticket of these traits. */
export const promiseOf = (
  { id, name, targets, calendarId, warnShare, steps, conditions }: SlaPolicy,
  traits: SlaTraits,
): Promised => ({
  policyId: id,
  policyName: name,
  targets,
  calendarId,
  warnShare,
  steps,
  why: { conditions, traits },
});
