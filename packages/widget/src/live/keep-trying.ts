import { refusalOf } from '../session/refusal.ts';
import { backoff } from './backoff.ts';
import { pause } from './pause.ts';

/**
 * Gives what `work` gives. While the reason for its failing may pass and the result is still wanted, it is done again, each time a little
 * later and at once when the browser is online again.
 */
export async function keepTrying<T>(work: () => Promise<T>, wanted: () => boolean, wait = pause): Promise<T> {
  for (let failures = 1; ; failures++) {
    try {
      return await work();
    } catch (error) {
      const again = refusalOf(error).passing && wanted();
      if (again) await wait(backoff(failures));
      // Whoever wanted it may have gone meanwhile.
      if (!again || !wanted()) throw error;
    }
  }
}
