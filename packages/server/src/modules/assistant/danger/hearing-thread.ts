import { setImmediate as turn } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { dangerHeard } from './danger-heard.ts';
import type { Danger } from './danger-in.ts';
import type { HeardByThread, HearsBy, Said, ToHear } from './hearing-messages.ts';

/** So many are heard on the spot: a thread costs about 170 MB, which a node that is not busy has better uses for. */
const few = 32;
/** After so many others have their turn. */
const slice = 4;
/** What hearing leaves behind is of no use a moment later: with the usual 64 MB for it, the thread would take twice the memory. */
const resourceLimits = { maxYoungGenerationSizeMb: 16 };
/** Milliseconds without anything to hear after which its thread ends. */
const idleAfter = 5 * 60_000;

/** Hears dangers in what customers write; where many write at once in a thread of its own, so that nobody's message waits for it. */
export interface HearingThread {
  /** For each that was said, in its order, which danger is heard in it. Throws what went wrong in the thread; asked again, another begins. */
  dangersIn(said: readonly Said[]): Promise<ReadonlyArray<Danger | null>>;
  /** From here on a thread understands by these, as this process does. */
  hearBy(now: Partial<HearsBy>): void;
  /** What it was asked it still answers; what it is asked later, it hears without a thread. */
  stop(): Promise<void>;
}

interface Thread {
  readonly worker: Worker;
  readonly asked: Map<number, PromiseWithResolvers<HeardByThread['dangers']>>;
}

async function hearHere(said: readonly Said[]): Promise<Array<Danger | null>> {
  const dangers: Array<Danger | null> = [];
  for (const { text, page } of said) {
    if (dangers.length > 0 && dangers.length % slice === 0) await turn();
    dangers.push(dangerHeard(text, page));
  }
  return dangers;
}

export function createHearingThread(): HearingThread {
  let by: HearsBy = { model: null, concepts: null };
  let current: Thread | undefined;
  let idle: NodeJS.Timeout | undefined;
  let stopped = false;
  let last = 0;

  /** What it was asked it still answers. */
  function retire() {
    const thread = current;
    current = undefined;
    if (thread?.asked.size === 0) void thread.worker.terminate();
  }

  function begin(): Thread {
    const worker = new Worker(new URL('./hearing-worker.ts', import.meta.url), {
      workerData: by,
      resourceLimits,
    });
    const thread: Thread = { worker, asked: new Map() };
    const fail = (error: Error) => {
      if (current === thread) current = undefined;
      for (const { reject } of thread.asked.values()) reject(error);
      thread.asked.clear();
    };
    worker.on('message', ({ id, dangers }: HeardByThread) => {
      thread.asked.get(id)?.resolve(dangers);
      thread.asked.delete(id);
      if (current !== thread && thread.asked.size === 0) void worker.terminate();
    });
    worker.on('error', fail);
    worker.on('exit', () => fail(new Error('the thread that hears dangers ended')));
    // A process that has nothing else to do ends.
    worker.unref();
    return thread;
  }

  return {
    async dangersIn(said) {
      if (stopped || said.length <= few) return hearHere(said);
      clearTimeout(idle);
      idle = setTimeout(retire, idleAfter).unref();
      current ??= begin();
      const order: ToHear = { id: ++last, said };
      const answer = Promise.withResolvers<HeardByThread['dangers']>();
      current.asked.set(order.id, answer);
      current.worker.postMessage(order, []);
      return answer.promise;
    },
    hearBy(now) {
      by = { ...by, ...now };
      retire();
    },
    async stop() {
      stopped = true;
      clearTimeout(idle);
      const thread = current;
      await Promise.allSettled([...(thread?.asked.values() ?? [])].map((it) => it.promise));
      await thread?.worker.terminate();
    },
  };
}
