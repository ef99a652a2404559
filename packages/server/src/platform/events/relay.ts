import { type Database, idleLimit } from '../database/database.ts';
import { errorInLine } from '../log/error-in-log.ts';
import type { Log } from '../log/log.ts';
import type { Metrics } from '../metrics.ts';
import type { Event, EventType } from './event.ts';
import { claimEvents, claimRetries, recordFailure, removeRetry, whatIsDue } from './event-store.ts';

/** Takes in events of one type, in the order in which they happened. Must be idempotent: any of them may come again. */
type Handler<T> = (events: ReadonlyArray<Event<T>>) => Promise<void>;

export interface Relay {
  /**
   * Subscribes under a name that is unique and stable, since retries and dead letters refer to it. The handler gets
   * batches; if it throws, or is not done in time, each event of the batch is tried again alone, with back-off, and ends as a dead
   * letter. A handler that is not done in time is not stopped: it may still be at work when its events come again.
   */
  on<T>(event: EventType<T>, subscriber: string, handler: Handler<T>): void;
  /** Says that there may be events: hand them out soon. */
  wake(): void;
  start(): void;
  /** Hands out all that is due now, retries included. For tests and for shutdown. */
  drain(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Few enough that no subscriber holds the process, or a core of the database, for long, and enough that passes are worth their cost: the slowest of
 * a hundred messages at half load took 28 to 33 ms with 200, 23 to 31 with 80, 46 and more with 50.
 */
const batchSize = 80;
const pollEvery = 500;
/** Milliseconds from one pass to the next while events keep coming: a pass costs the same for one event as for many. */
const pace = 100;
const retryBatch = 50;
/** How long a subscriber may take: well below what ends an idle transaction, or the claim would die and its events come round for ever. */
const handlerLimit = idleLimit / 3;
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
  patience = handlerLimit,
}: {
  database: Database;
  log: Log;
  metrics: Metrics;
  /** Milliseconds that a subscriber may take. Shorter in tests. */
  patience?: number;
}): Relay {
  const subscriptions: Subscription[] = [];
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;
  let polling: Promise<void> | undefined;
  let again = false;
  let retriesDue = false;
  let stopped = true;

  /** Null when all went well, else why not. `read` reads the events that many subscribers hear once for all of them. */
  async function tryHandler(
    { handler, subscriber, event }: Subscription,
    events: Event[],
    read = readWith(event),
  ): Promise<string | null> {
    try {
      await inTime(handler(events.map(read)), patience);
      metrics.eventsRelayed.inc({ subscriber, result: 'ok' }, events.length);
      return null;
    } catch (error) {
      metrics.eventsRelayed.inc({ subscriber, result: 'failed' }, events.length);
      log.warn({ subscriber, events: events.length, err: error }, 'subscriber failed');
      return errorInLine(error);
    }
  }

  async function passEvents(): Promise<number> {
    // The claim stays open while subscribers work in transactions of their own: if this node dies, the events are claimed again.
    return database.claim(async (tx) => {
      const events = await claimEvents(tx, batchSize);
      if (events.length === 0) return 0;
      const batches = Map.groupBy(events, (event) => event.type);
      const readers = new Map<EventType, ReturnType<typeof readWith>>();
      const failures = await Promise.all(
        subscriptions.map(async (subscription) => {
          const batch = batches.get(subscription.event.type);
          if (!batch) return [];
          const read = readers.get(subscription.event) ?? readWith(subscription.event);
          readers.set(subscription.event, read);
          const error = await tryHandler(subscription, batch, read);
          return error === null
            ? []
            : batch.map((event) => ({ event, subscriber: subscription.subscriber, error }));
        }),
      );
      for (const failure of failures.flat()) {
        await recordFailure(tx, { ...failure, attempts: 1, nextAttemptAt: delayed(tx.now, 1) });
      }
      return events.length;
    }, 'relay');
  }

  async function passRetries(): Promise<number> {
    return database.claim(async (tx) => {
      const retries = await claimRetries(tx, retryBatch);
      const end = performance.now() + patience;
      for (const { id, subscriber, attempts, event } of retries) {
        // The others are still due. Fresh events go first, so that one slow subscriber does not hold them up.
        if (performance.now() >= end) break;
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
    }, 'relay');
  }

  async function run(): Promise<void> {
    for (;;) {
      again = false;
      const begun = performance.now();
      const full = (await passEvents()) >= batchSize;
      if (retriesDue) retriesDue = (await passRetries()) === retryBatch;
      if (stopped || !(full || retriesDue || again)) return;
      if (!full) await pause(pace - (performance.now() - begun));
    }
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

  /** For retries, and for events of nodes that did not come to hand them out. */
  async function poll(): Promise<void> {
    try {
      const due = await whatIsDue(database.reader());
      retriesDue ||= due.retries;
      if (due.events || due.retries) wake();
    } catch (error) {
      log.error({ err: error }, 'relay pass failed');
    }
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
      timer = setInterval(() => {
        polling ??= poll().finally(() => {
          polling = undefined;
        });
      }, pollEvery);
      retriesDue = true;
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
      await polling;
      await running;
    },
  };
}

/** Reads events of a type, each once. Throws when a payload is not what its type says. */
function readWith({ schema }: EventType): (event: Event) => Event {
  const known = new Map<Event, Event>();
  return (event) => {
    const found = known.get(event) ?? { ...event, payload: schema.parse(event.payload) };
    known.set(event, found);
    return found;
  };
}

const pause = (milliseconds: number) =>
  new Promise<void>((resolve) => setTimeout(resolve, Math.max(0, milliseconds)));

/** What the work answers, or a failure when it takes longer. */
async function inTime(work: Promise<void>, milliseconds: number): Promise<void> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(
    () => late.reject(new Error(`took longer than ${milliseconds / 1000} seconds`)),
    milliseconds,
  );
  try {
    await Promise.race([work, late.promise]);
  } finally {
    clearTimeout(timer);
  }
}

/** When an event that failed `failures` times is due again; null when it is given up. */
export function delayed(now: Date, failures: number): Date | null {
  const seconds = retryDelays[failures - 1];
  return seconds === undefined ? null : new Date(now.getTime() + seconds * 1000);
}
