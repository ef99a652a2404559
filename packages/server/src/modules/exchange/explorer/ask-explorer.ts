import type { Clock } from '../../../platform/clock.ts';
import {
  createService,
  type Service,
  type ServiceAnswer,
  ServiceSilence,
} from '../../../platform/service/service.ts';
import type { Allowance } from '../../../platform/service/token-bucket.ts';
import type { Patience } from '../htx/ask-htx.ts';

/** How long an explorer is waited for, and how often it may be asked. */
export type ExplorerPatience = Patience & { readonly allowance: Allowance };

const patience: ExplorerPatience = {
  timeoutMilliseconds: 4_000,
  breaker: { failures: 4, restMilliseconds: 30_000 },
  // What the public ones allow to anybody.
  allowance: { burst: 4, perSecond: 3 },
};
/** A transaction with thousands of outputs is larger, and is nobody's deposit alone. */
const mostBytes = 1024 * 1024;

/**
 * The door of an explorer, with its own count of failures. `restIn` reads of an answer's text for how many seconds it wants to be left alone: some say so
 * with status 200.
 */
export const openExplorer = (
  name: string,
  clock: Clock,
  given: Partial<ExplorerPatience> = {},
  restIn: (answer: ServiceAnswer) => number | null = () => null,
): Service =>
  createService({
    name,
    clock,
    mostBytes,
    // It is there, and busy.
    notItsFault: (error) => error instanceof ServiceSilence && error.reason === 'rate_limited',
    restsUntil(answer, now) {
      const { status, headers } = answer;
      const said = Number(headers.get('retry-after') ?? 0);
      const seconds = status === 429 ? Math.min(60, said > 0 ? said : 1) : restIn(answer);
      return seconds === null ? null : new Date(now.getTime() + seconds * 1_000);
    },
    ...patience,
    ...given,
  });
