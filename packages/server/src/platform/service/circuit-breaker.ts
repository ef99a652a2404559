import type { Clock } from '../clock.ts';

/**
 * Stops asking somebody who does not answer: after `failures` in a row nothing is asked for `restMilliseconds`, then one question goes
 * through, and its outcome opens or closes the way for the others.
 */
interface CircuitBreaker {
  /** Whether a question may go out now. One that may must be followed by `succeeded` or `failed`. */
  mayAsk(): boolean;
  succeeded(): void;
  failed(): void;
  state(): 'closed' | 'open' | 'half_open';
}

export function createCircuitBreaker(
  clock: Clock,
  options: { failures: number; restMilliseconds: number },
): CircuitBreaker {
  let inARow = 0;
  let openedAt: number | null = null;
  /** The one question that is let through, until its outcome is known. */
  let probeAt: number | null = null;
  const now = () => clock.now().getTime();
  const rested = (since: number) => now() - since >= options.restMilliseconds;
  return {
    mayAsk() {
      if (openedAt === null) return true;
      if (!rested(openedAt)) return false;
      // A probe whose outcome never came must not close the way for ever.
      if (probeAt !== null && !rested(probeAt)) return false;
      probeAt = now();
      return true;
    },
    succeeded() {
      inARow = 0;
      openedAt = null;
      probeAt = null;
    },
    failed() {
      inARow += 1;
      if (probeAt !== null || inARow >= options.failures) openedAt = now();
      probeAt = null;
    },
    state: () => (openedAt === null ? 'closed' : rested(openedAt) ? 'half_open' : 'open'),
  };
}
