import { z } from 'zod';
import { eventType } from '../../platform/events/event.ts';

/** A waiting customer was told what to expect: minutes, or null that nobody is there. The subject is the conversation. */
export const expectationTold = eventType(
  'conversation.expectation_told',
  z.object({
    minutes: z.number().int().nullable(),
    /** The event that queued it: they are told once for each. */
    queuedBy: z.uuid(),
  }),
);
