import { CallError } from '@fairlead/contract';
import { backoff } from '../../../live/backoff.ts';
import { leftBehind } from './left-behind.ts';
import type { NewOutgoing, Outgoing } from './outgoing.ts';

interface SendQueueOptions<Answer> {
  storage: { load(): Outgoing[]; save(items: readonly Outgoing[]): void };
  /** Hands one to the server. */
  post: (item: Outgoing) => Promise<Answer>;
  /**
   * Hands several of one conversation to the server, in a request that outlives the page. Answers for those before the first that was
   * refused; throws the refusal of the very first.
   */
  postInOrder: (items: readonly Outgoing[]) => Promise<Answer[]>;
  onPosted: (item: Outgoing, answer: Answer) => void;
  newKey?: () => string;
}

/** A fault of the server that comes back so often is not going to heal by itself. */
const patience = 6;

/**
 * The messages on their way out: each conversation's in order, one at a time, kept across reloads. A message is tried again with the
 * same key until the server has it or refuses it, so none is lost and none is sent twice.
 */
export class SendQueue<Answer> {
  readonly #options: SendQueueOptions<Answer>;
  #items: readonly Outgoing[];
  #running = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #listeners = new Set<() => void>();

  constructor(options: SendQueueOptions<Answer>) {
    this.#options = options;
    // What was held or under way when the page closed goes out now; the key keeps it from going twice.
    this.#items = options.storage.load().map((item) => {
      const state = item.state === 'held' || item.state === 'sending' ? 'waiting' : item.state;
      return { ...item, state, sendAt: 0 };
    });
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Everything that is not yet with the server, oldest first; a new array after every change. */
  items = (): readonly Outgoing[] => this.#items;

  /** Takes a message, to be sent after `hold` milliseconds; answers its key. */
  add(message: NewOutgoing, hold: number): string {
    const key = this.#options.newKey?.() ?? crypto.randomUUID();
    const now = Date.now();
    const item: Outgoing = {
      ...message,
      key,
      confirmed: false,
      createdAt: now,
      state: hold > 0 ? 'held' : 'waiting',
      sendAt: now + hold,
      attempts: 0,
      error: null,
    };
    this.#change([...this.#items, item]);
    return key;
  }

  /** Takes a message back, unless it is already going out; answers what it was. */
  takeBack(key: string): Outgoing | undefined {
    const item = this.#items.find((it) => it.key === key);
    if (!item || item.state === 'sending') return undefined;
    this.#change(this.#items.filter((it) => it !== item));
    return item;
  }

  /** Sends a refused message once more, under the same key. */
  retry(key: string): void {
    this.#set(key, { state: 'waiting', sendAt: 0, attempts: 0, error: null });
  }

  /** Sends a message although the thread has moved on. */
  confirm(key: string): void {
    this.#set(key, { state: 'waiting', sendAt: 0, confirmed: true, error: null });
  }

  /** Sends what is held now, for one conversation or for all. */
  flush(conversationId?: string): void {
    this.#change(
      this.#items.map((item) =>
        item.state === 'held' && (!conversationId || item.conversationId === conversationId)
          ? { ...item, state: 'waiting', sendAt: 0 }
          : item,
      ),
    );
  }

  /** The page closes: sends what fits of each conversation, in order, by requests that outlive it. */
  leave(): void {
    this.#items = this.#items.map((item) =>
      item.state === 'held' ? { ...item, state: 'waiting', sendAt: 0 } : item,
    );
    this.#options.storage.save(this.#items);
    for (const run of leftBehind(this.#items)) void this.#sendInOrder(run);
  }

  /** Sends what is held, and waits until nothing is on its way any more, but at most so many milliseconds: before the agent signs out. */
  settle(patience: number): Promise<void> {
    this.flush();
    const { promise, resolve } = Promise.withResolvers<void>();
    const look = () => {
      if (!this.#items.some(({ state }) => state === 'waiting' || state === 'sending')) resolve();
    };
    const stopLooking = this.subscribe(look);
    const timer = setTimeout(resolve, patience);
    look();
    return promise.finally(() => {
      clearTimeout(timer);
      stopLooking();
    });
  }

  /** The network is back: tries at once. */
  wake(): void {
    this.#change(this.#items.map((item) => (item.state === 'waiting' ? { ...item, sendAt: 0 } : item)));
  }

  /** Begins to send; before it, and after `stop`, messages are only kept. */
  start(): void {
    this.#running = true;
    this.#pump();
  }

  stop(): void {
    this.#running = false;
    clearTimeout(this.#timer);
  }

  /** The first of each conversation: the others wait for it, whatever becomes of it. */
  #next(): Outgoing[] {
    const seen = new Set<string>();
    return this.#items.filter((item) => !seen.has(item.conversationId) && seen.add(item.conversationId));
  }

  #pump(): void {
    clearTimeout(this.#timer);
    if (!this.#running) return;
    const now = Date.now();
    const next = this.#next().filter((item) => item.state === 'held' || item.state === 'waiting');
    for (const item of next) if (item.sendAt <= now) void this.#send(item);
    const later = next.filter((item) => item.sendAt > now).map((item) => item.sendAt - now);
    if (later.length > 0) this.#timer = setTimeout(() => this.#pump(), Math.min(...later));
  }

  async #send(item: Outgoing): Promise<void> {
    this.#replace(item.key, { state: 'sending' });
    try {
      const answer = await this.#options.post({ ...item, state: 'sending' });
      this.#options.onPosted(item, answer);
      this.#change(this.#items.filter((it) => it.key !== item.key));
    } catch (error) {
      this.#set(item.key, this.#afterFailure(item, error));
    }
  }

  async #sendInOrder(run: readonly Outgoing[]): Promise<void> {
    const keys = new Set(run.map((item) => item.key));
    const again = (item: Outgoing): Outgoing => ({ ...item, state: 'waiting', sendAt: 0 });
    this.#publish(this.#items.map((item) => (keys.has(item.key) ? { ...item, state: 'sending' } : item)));
    try {
      const answers = await this.#options.postInOrder(run);
      for (const [index, answer] of answers.entries()) {
        const item = run[index];
        // One that was under way may have been answered by itself.
        if (!item || !this.#items.some((it) => it.key === item.key)) continue;
        this.#options.onPosted(item, answer);
        this.#publish(this.#items.filter((it) => it.key !== item.key));
      }
      // Whatever was refused says why when it is sent alone.
      this.#change(this.#items.map((item) => (keys.has(item.key) ? again(item) : item)));
    } catch (error) {
      const [first] = run;
      this.#publish(
        this.#items.map((item) => (keys.has(item.key) && item.key !== first?.key ? again(item) : item)),
      );
      if (first) this.#set(first.key, this.#afterFailure(first, error));
    }
  }

  #afterFailure(item: Outgoing, error: unknown): Partial<Outgoing> {
    const attempts = item.attempts + 1;
    const refusal = error instanceof CallError ? error : new CallError('server.unavailable', {}, 0);
    const { code, params, status } = refusal;
    const again = (pause: number): Partial<Outgoing> => ({
      state: 'waiting',
      attempts,
      sendAt: Date.now() + pause,
      error: null,
    });
    if (code === 'conversation.moved_on') return { state: 'moved_on', error: { code, params } };
    if (code === 'request.rate_limited') return again(Number(params['seconds'] ?? 5) * 1000);
    // The sign-in is asked for elsewhere; until then the message waits.
    if (code === 'access.not_signed_in') return again(60_000);
    const faulty = status >= 500 && status !== 503;
    if (status === 0 || status === 503 || (faulty && attempts < patience)) return again(backoff(attempts));
    return { state: 'failed', attempts, error: { code, params } };
  }

  #set(key: string, change: Partial<Outgoing>): void {
    this.#replace(key, change);
    this.#pump();
  }

  #replace(key: string, change: Partial<Outgoing>): void {
    this.#publish(this.#items.map((item) => (item.key === key ? { ...item, ...change } : item)));
  }

  #change(items: readonly Outgoing[]): void {
    this.#publish(items);
    this.#pump();
  }

  #publish(items: readonly Outgoing[]): void {
    this.#items = items;
    this.#options.storage.save(items);
    for (const listener of this.#listeners) listener();
  }
}
