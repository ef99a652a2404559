import type { Clock } from '../clock.ts';
import { createCircuitBreaker } from './circuit-breaker.ts';
import { type Allowance, createTokenBucket } from './token-bucket.ts';

/** Why a service gave no answer; the message is for the log and holds neither the address nor what was sent. */
export class ServiceSilence extends Error {
  readonly reason: 'unavailable' | 'rate_limited';
  readonly retryAt: Date | null;

  constructor(
    reason: ServiceSilence['reason'],
    message: string,
    options: { retryAt?: Date; cause?: unknown } = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'ServiceSilence';
    this.reason = reason;
    this.retryAt = options.retryAt ?? null;
  }
}

interface ServiceRequest {
  readonly url: string;
  readonly method?: 'GET' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface ServiceAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** Somebody else's HTTP service, asked with patience that ends. */
export interface Service {
  /**
   * Asks, and reads the answer. `make` is called once the question may go out, for what must bear the moment. What `read` throws counts as
   * the service's failure, except for what `notItsFault` names. Throws ServiceSilence where there is no answer.
   */
  ask<T>(make: () => ServiceRequest, read: (answer: ServiceAnswer) => T): Promise<T>;
}

export interface ServiceOptions {
  /** What it is called in messages. */
  readonly name: string;
  readonly clock: Clock;
  readonly allowance: Allowance;
  readonly timeoutMilliseconds: number;
  readonly breaker: { readonly failures: number; readonly restMilliseconds: number };
  readonly mostBytes: number;
  /** Errors of `read` that say nothing about the service's health, such as that it has not found something. */
  readonly notItsFault: (error: unknown) => boolean;
  /** Until when the service wants to be left alone, by an answer that it gave. */
  readonly restsUntil: (answer: ServiceAnswer, now: Date) => Date | null;
}

/** A question waits for its turn at most this long; then whoever asks is told to come again. */
const longestWait = 3_000;

export function createService(options: ServiceOptions): Service {
  const { name, clock } = options;
  const bucket = createTokenBucket(clock, options.allowance);
  const breaker = createCircuitBreaker(clock, options.breaker);

  async function waitForTurn(): Promise<void> {
    for (let waited = 0; ; ) {
      const wait = bucket.take();
      if (wait === 0) return;
      if (waited + wait > longestWait) {
        const retryAt = new Date(clock.now().getTime() + wait);
        throw new ServiceSilence('rate_limited', `${name} was asked as often as it may be`, { retryAt });
      }
      waited += wait;
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
  }

  async function send(request: ServiceRequest): Promise<ServiceAnswer> {
    const { url, method = 'GET', headers = {}, body } = request;
    const response = await fetch(url, {
      method,
      headers: { accept: 'application/json', 'user-agent': 'Fairlead', ...headers },
      redirect: 'error',
      signal: AbortSignal.timeout(options.timeoutMilliseconds),
      ...(body === undefined ? {} : { body }),
    });
    return {
      status: response.status,
      headers: response.headers,
      text: await readText(response, options.mostBytes),
    };
  }

  return {
    async ask(make, read) {
      await waitForTurn();
      if (!breaker.mayAsk())
        throw new ServiceSilence('unavailable', `${name} is left alone, since it did not answer`);
      let answer: ServiceAnswer;
      try {
        answer = await send(make());
      } catch (error) {
        breaker.failed();
        throw new ServiceSilence('unavailable', `${name} did not answer`, { cause: error });
      }
      const rest = options.restsUntil(answer, clock.now());
      if (rest) bucket.restUntil(rest);
      if (answer.status === 429) {
        // It is there, and busy.
        breaker.succeeded();
        throw new ServiceSilence('rate_limited', `${name} has had enough`, rest ? { retryAt: rest } : {});
      }
      try {
        if (answer.status >= 500) throw new Error(`status ${answer.status}`);
        const value = read(answer);
        breaker.succeeded();
        return value;
      } catch (error) {
        if (options.notItsFault(error)) {
          breaker.succeeded();
          throw error;
        }
        breaker.failed();
        throw new ServiceSilence('unavailable', `${name} gave an answer that cannot be understood`, {
          cause: error,
        });
      }
    },
  };
}

async function readText(response: Response, most: number): Promise<string> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of response.body ?? []) {
    size += part.length;
    if (size > most) throw new Error('too large');
    parts.push(part);
  }
  return Buffer.concat(parts, size).toString('utf8');
}
