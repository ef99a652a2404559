import type { Database } from '../database/database.ts';
import type { Log } from '../log/log.ts';
import type { Metrics } from '../metrics.ts';
import type { Event, EventType } from './event.ts';
import { claimEvents, claimRetries, recordFailure, removeRetry } from './event-store.ts';

/** Takes in events of one type, in the order in which they happened. Must be idempotent: any of them may come again. */
type Handler<T> = (events: ReadonlyArray<Event<T>>) => Promise<void>;

export interface Relay {
  /**
   * Subscribes under a name that is unique and stable, since retries and dead letters refer to it. The handler gets
   * batches; if it throws, each event of the batch is tried again alone, with back-off, and ends as a dead letter.
   */
  on<T>(event: EventType<T>, subscriber: string, handler: Handler<T>): void;
  /** Says that there may be events: hand them out soon. */
  wake(): void;
  start(): void;
  /** Hands out all that is due now, retries included. For tests and for shutdown. */
  drain(): Promise<void>;
  stop(): Promise<void>;
}

const batchSize = 500;
const pollEvery = 500;
/** Seconds until the next attempt after the first, second ... failure; after the last the event is a dead letter. */
export const retryDelays = [1, 5, 30, 120, 600, 3600] as const;

interface Subscription {
  event: EventType;
  subscriber: string;
  handler: Handler<unknown>;
}

/** Hands events from the outbox to their subscribers: at least once, to each on its own, on any number of nodes at once. */
export function createRelay({
  database,
  log,
  metrics,
}: {
  database: Database;
  log: Log;
  metrics: Metrics;
}): Relay {
  const subscriptions: Subscription[] = [];
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;
  let again = false;
  let stopped = true;

  /** Null when all went well, else why not. */
  async function tryHandler(
    { handler, subscriber, event }: Subscription,
    events: Event[],
  ): Promise<string | null> {
    try {
      await handler(events.map((it) => ({ ...it, payload: event.schema.parse(it.payload) })));
      metrics.eventsRelayed.inc({ subscriber, result: 'ok' }, events.length);
      return null;
    } catch (error) {
      metrics.eventsRelayed.inc({ subscriber, result: 'failed' }, events.length);
      log.warn({ subscriber, events: events.length, err: error }, 'subscriber failed');
      return error instanceof Error ? error.message : String(error);
    }
  }

  async function passEvents(): Promise<number> {
    // The claim stays open while subscribers work in transactions of their own: if this node dies, the events are claimed again.
    return database.write(async (tx) => {
      const events = await claimEvents(tx, batchSize);
      if (events.length === 0) return 0;
      const failures = await Promise.all(
        subscriptions.map(async (subscription) => {
          const batch = events.filter((event) => event.type === subscription.event.type);
          if (batch.length === 0) return [];
          const error = await tryHandler(subscription, batch);
          return error === null
            ? []
            : batch.map((event) => ({ event, subscriber: subscription.subscriber, error }));
        }),
      );
      for (const failure of failures.flat()) {
        await recordFailure(tx, { ...failure, attempts: 1, nextAttemptAt: delayed(tx.now, 1) });
      }
      return events.length;
    });
  }

  async function passRetries(): Promise<number> {
    return database.write(async (tx) => {
      const retries = await claimRetries(tx, 50);
      for (const { id, subscriber, attempts, event } of retries) {
        const subscription = subscriptions.find((it) => it.subscriber === subscriber);
        const error = subscription
          ? await tryHandler(subscription, [event])
          : 'no such subscriber in this build';
        if (error === null) {
          await removeRetry(tx, id);
          continue;
        }
        const nextAttemptAt = delayed(tx.now, attempts + 1);
        if (!nextAttemptAt) metrics.deadLetters.inc({ subscriber });
        await recordFailure(tx, { event, subscriber, attempts: attempts + 1, error, nextAttemptAt });
      }
      return retries.length;
    });
  }

  async function run(): Promise<void> {
    do {
      again = false;
      while ((await passEvents()) === batchSize);
      while ((await passRetries()) === 50);
    } while (again);
  }

  function wake() {
    if (stopped) return;
    if (running) {
      again = true;
      return;
    }
    running = run()
      .catch((error) => log.error({ err: error }, 'relay pass failed'))
      .finally(() => {
        running = undefined;
      });
  }

  return {
    on(event, subscriber, handler) {
      if (subscriptions.some((it) => it.subscriber === subscriber))
        throw new Error(`${subscriber} subscribes twice`);
      subscriptions.push({ event, subscriber, handler: handler as Handler<unknown> });
    },
    wake,
    start() {
      stopped = false;
      timer = setInterval(wake, pollEvery);
      wake();
    },
    async drain() {
      await running;
      // What a subscriber announces in turn is handed out too.
      while ((await passEvents()) > 0 || (await passRetries()) > 0);
    },
    async stop() {
      stopped = true;
      clearInterval(timer);
      await running;
    },
  };
}

/** When an event that failed `failures` times is due again; null when it is given up. */
export function delayed(now: Date, failures: number): Date | null {
  const seconds = retryDelays[failures - 1];
  return seconds === undefined ? null : new Date(now.getTime() + seconds * 1000);
}
