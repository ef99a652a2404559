import type { Platform } from '../../platform/platform.ts';
import { sendPasswordResetJob } from './jobs.ts';
import { countAttempt, resetThrottles } from './throttle.ts';

/** Orders a reset link. Does the same, and takes the same time, whether or not somebody has the address. */
export async function requestPasswordReset(
  platform: Platform,
  { email }: { email: string },
  address: string,
): Promise<void> {
  await countAttempt(platform, resetThrottles(email, address));
  await platform.database.write((tx) => platform.jobs.enqueue(tx, sendPasswordResetJob, { email }));
}
