import { z } from 'zod';
import type { JobType } from '../../../platform/jobs/jobs.ts';

const delivery = z.object({
  messageId: z.uuid(),
  /** From 1; absent at the first. */
  attempt: z.number().int().min(1).optional(),
});

/** Sends one letter of a side conversation. Further attempts are jobs of their own, at the time that the mail server names. */
export const deliverSideJob: JobType<z.infer<typeof delivery>> = {
  name: 'tickets.deliver_side_letter',
  schema: delivery,
  retries: 6,
  key: ({ messageId }) => messageId,
};
