/** What the exchange said, and of when that is: the moment at which it was asked, or what its own record says where it keeps one. */
export interface Dated<T> {
  readonly value: T;
  readonly asOf: Date;
  /** It could not be asked just now; this is what it said last. */
  readonly stale: boolean;
}

/**
 * Why there is no answer:
 * - `not_connected`: no exchange is configured for what was asked;
 * - `unavailable`: it did not answer in time, or nothing that can be understood;
 * - `rate_limited`: we have asked as often as we may, until `retryAt`;
 * - `not_found`: it answered that there is no such thing.
 */
type RefusalReason = 'not_connected' | 'unavailable' | 'rate_limited' | 'not_found';

/** The exchange gave no answer. The message is for the log: it says what happened, never a key or what a customer owns. */
export class ExchangeRefusal extends Error {
  readonly reason: RefusalReason;
  readonly retryAt: Date | null;

  constructor(reason: RefusalReason, message: string, options: { retryAt?: Date; cause?: unknown } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'ExchangeRefusal';
    this.reason = reason;
    this.retryAt = options.retryAt ?? null;
  }
}
