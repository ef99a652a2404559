import type { Clock } from '../../../platform/clock.ts';
import {
  createService,
  type Service,
  type ServiceAnswer,
  type ServiceOptions,
  ServiceSilence,
} from '../../../platform/service/service.ts';
import type { Allowance } from '../../../platform/service/token-bucket.ts';
import { ExchangeRefusal } from '../connector/answer.ts';
import { HtxError, meaningOf } from './envelope.ts';

/** How patient we are with an exchange; tests are less so. */
export interface Patience {
  readonly timeoutMilliseconds: number;
  readonly breaker: { readonly failures: number; readonly restMilliseconds: number };
}

const patience: Patience = {
  timeoutMilliseconds: 5_000,
  breaker: { failures: 5, restMilliseconds: 20_000 },
};

/** A door of the exchange, with its own count of failures. */
export function openDoor(
  name: string,
  clock: Clock,
  allowance: Allowance,
  given: Partial<Patience> = {},
): Service {
  return createService({
    name,
    clock,
    allowance,
    mostBytes: 16 * 1024 * 1024,
    notItsFault: (error) =>
      error instanceof ExchangeRefusal || (error instanceof HtxError && meaningOf(error) !== 'unavailable'),
    restsUntil,
    ...patience,
    ...given,
  } satisfies ServiceOptions);
}

/** By its headers: how many questions are left, and until when (milliseconds). With status 429 a second is waited where it says nothing. */
function restsUntil({ status, headers }: ServiceAnswer, now: Date): Date | null {
  const left = headers.get('x-hb-ratelimit-requests-remain');
  const expires = Number(headers.get('x-hb-ratelimit-requests-expire') ?? 0);
  const after = Number(headers.get('retry-after') ?? 0);
  // A clock that differs must not silence us for long.
  const within = (milliseconds: number) =>
    new Date(now.getTime() + Math.min(60_000, Math.max(1, milliseconds)));
  if (left === '0' && expires > 0) return within(expires - now.getTime());
  if (status !== 429) return null;
  return within(after > 0 ? after * 1_000 : 1_000);
}

/** What went wrong, in this module's words. */
export function refusalOf(error: unknown): unknown {
  if (error instanceof ServiceSilence) {
    const options = { cause: error, ...(error.retryAt ? { retryAt: error.retryAt } : {}) };
    // A refusal that speaks of us, such as a wrong signature, is worth its words in the log.
    const { cause } = error;
    const words = cause instanceof HtxError ? `${error.message}: ${cause.message}` : error.message;
    return new ExchangeRefusal(error.reason, words, options);
  }
  if (error instanceof HtxError) {
    const meaning = meaningOf(error);
    const reason = meaning === 'wrong_time' ? 'unavailable' : meaning;
    return new ExchangeRefusal(reason, error.message, { cause: error });
  }
  return error;
}
