import { z } from 'zod';
import type { JobType } from '../../platform/jobs/jobs.ts';

/**
 * Takes in once more what was given up. It is ordered with the giving up and tries once: what still cannot be taken in is then a dead
 * letter, where operators see the reason, and can try again or let it be.
 */
export const takeGivenUp: JobType<{ payloadId: string }> = {
  name: 'channels.take_given_up',
  schema: z.object({ payloadId: z.uuid() }),
  retries: 0,
  key: ({ payloadId }) => payloadId,
};
