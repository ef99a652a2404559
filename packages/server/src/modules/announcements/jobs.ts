import { z } from 'zod';
import type { JobType } from '../../platform/jobs/jobs.ts';

const postOrder = z.object({ postId: z.uuid(), at: z.iso.datetime() });
/**
 * Brings a post to where its announcement stands; it plans its own further attempts. `at` is the moment for which it was ordered: an order that a later one
 * has overtaken does nothing, so that a withdrawal does not wait for the end of a pause.
 */
export const postJob: JobType<z.infer<typeof postOrder>> = {
  name: 'announcements.post',
  schema: postOrder,
  retries: 3,
  key: ({ postId, at }) => `${postId} ${at}`,
};

/** Finds whom an announcement about an asset concerns; it plans its own further attempts. */
export const gatherJob: JobType<{ announcementId: string }> = {
  name: 'announcements.gather',
  schema: z.object({ announcementId: z.uuid() }),
  retries: 8,
  longest: 300,
  key: ({ announcementId }) => announcementId,
};

/** Sends the letters that are due, for a minute at most; one at a time, so that the pace is kept by all nodes together. */
export const lettersJob: JobType<Record<string, never>> = {
  name: 'announcements.letters',
  schema: z.object({}).strict(),
  retries: 3,
  longest: 300,
  key: () => 'letters',
};

/** Asks the holder of an address whether they wish what somebody asked for. */
export const confirmJob: JobType<{ customerId: string }> = {
  name: 'announcements.confirm',
  schema: z.object({ customerId: z.uuid() }),
  retries: 5,
  key: ({ customerId }) => customerId,
};
