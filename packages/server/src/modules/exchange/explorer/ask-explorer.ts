import type { Clock } from '../../../platform/clock.ts';
import { createService, type Service } from '../../../platform/service/service.ts';
import type { Patience } from '../htx/ask-htx.ts';

const patience: Patience = {
  timeoutMilliseconds: 4_000,
  breaker: { failures: 4, restMilliseconds: 30_000 },
};
/** What the public ones allow to anybody. */
const allowance = { burst: 4, perSecond: 3 };
/** A transaction with thousands of outputs is larger, and is nobody's deposit alone. */
const mostBytes = 1024 * 1024;

/** The door of an explorer, with its own count of failures. */
export const openExplorer = (name: string, clock: Clock, given: Partial<Patience> = {}): Service =>
  createService({
    name,
    clock,
    allowance,
    mostBytes,
    notItsFault: () => false,
    restsUntil({ status, headers }, now) {
      if (status !== 429) return null;
      const seconds = Number(headers.get('retry-after') ?? 0);
      return new Date(now.getTime() + Math.min(60, seconds > 0 ? seconds : 1) * 1_000);
    },
    ...patience,
    ...given,
  });
