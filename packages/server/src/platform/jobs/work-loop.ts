import type { JobWithMetadata, PgBoss } from 'pg-boss';

/** A job as the queue hands it out. */
export type TakenJob = JobWithMetadata<unknown>;
/** How a run ended: well, or with what is to be kept of its failure. */
export type Outcome = 'done' | { readonly failure: object };

/** The jobs of one name on this node. */
export interface WorkLoop {
  /** There may be a job that is due now. */
  wake(): void;
  /** Takes no more; what is under way has so many milliseconds to end, and is then left to its next attempt. */
  stop(milliseconds: number): Promise<void>;
}

/**
 * Does the jobs of one name whenever it is woken, so many at once, each by itself: one that waits for a mail server that says nothing
 * holds up none of the others (the queue's own workers take the next jobs when all of a batch have ended). Jobs of one group, which wait for the same mail server, are
 * given no more than half of the room. What ends while the database writes down what ended before is written down in one statement.
 */
export function startWorkLoop(options: {
  boss: Pick<PgBoss, 'fetch' | 'complete' | 'fail' | 'touch'>;
  name: string;
  atOnce: number;
  /** Seconds between two signs that this node is at its jobs. */
  signEvery: number;
  /** Must not throw. */
  run: (job: TakenJob) => Promise<Outcome>;
  onError: (error: unknown) => void;
}): WorkLoop {
  const { boss, name, atOnce, run, onError } = options;
  const share = Math.ceil(atOnce / 2);
  const underWay = new Set<TakenJob>();
  let ended: Array<{ job: TakenJob; outcome: Outcome }> = [];
  let settling: Promise<void> | null = null;
  const stopping = new AbortController();
  /** More may wait than there was room for. */
  let more = false;
  let woken = false;
  let endNap = () => {};

  function wake() {
    woken = true;
    endNap();
  }

  /** Groups that have all that one may have, and how many more each of the others may have at least. */
  function shares(): { full: string[]; left: number } {
    const counts = new Map<string, number>();
    for (const { groupId } of underWay) if (groupId) counts.set(groupId, (counts.get(groupId) ?? 0) + 1);
    const full = [...counts].filter(([, count]) => count >= share).map(([group]) => group);
    const most = Math.max(0, ...[...counts.values()].filter((count) => count < share));
    return { full, left: share - most };
  }

  /** Whether there may be more for the room that is left. */
  async function take(): Promise<boolean> {
    const room = atOnce - underWay.size;
    more = true;
    if (room === 0) return false;
    const { full: ignoreGroups, left } = shares();
    const batchSize = Math.min(room, left);
    const found: TakenJob[] = await boss.fetch<unknown>(name, {
      batchSize,
      ignoreGroups,
      includeMetadata: true,
    });
    const all = found.length < batchSize;
    more = !all || ignoreGroups.length > 0;
    for (const job of found) void begin(job);
    return !all && room > batchSize;
  }

  async function begin(job: TakenJob): Promise<void> {
    underWay.add(job);
    // Past its time the queue gives it to its next attempt; its room is for others then, even if this run never ends.
    const late = setTimeout(() => leave(job), job.expireInSeconds * 1000).unref();
    const outcome = await run(job);
    clearTimeout(late);
    if (!underWay.has(job)) return;
    ended.push({ job, outcome });
    settling ??= settle();
  }

  function leave(job: TakenJob) {
    underWay.delete(job);
    // Of what bears its key one may wait that could not be taken beside it.
    if (more || job.singletonKey) wake();
  }

  async function settle(): Promise<void> {
    while (ended.length > 0) {
      const all = ended;
      ended = [];
      const done = all.filter(({ outcome }) => outcome === 'done').map(({ job }) => job);
      try {
        if (done.length > 0) await boss.complete(name, done);
        for (const { job, outcome } of all)
          if (outcome !== 'done') await boss.fail(name, job, outcome.failure);
      } catch (error) {
        // Without a sign of this node they are done again: their runs may be repeated.
        onError(error);
      }
      for (const { job } of all) leave(job);
    }
    settling = null;
  }

  const sign = setInterval(() => {
    if (underWay.size > 0) boss.touch(name, [...underWay]).catch(onError);
  }, options.signEvery * 1000);

  const looking = (async () => {
    for (let again: boolean | void = false; ; ) {
      if (!again && !woken)
        await new Promise<void>((resolve) => {
          endNap = resolve;
        });
      if (stopping.signal.aborted) return;
      woken = false;
      again = await take().catch(onError);
    }
  })();

  return {
    wake,
    async stop(milliseconds) {
      stopping.abort();
      wake();
      await looking;
      const over = Date.now() + milliseconds;
      while (underWay.size > 0 && Date.now() < over) await new Promise((resolve) => setTimeout(resolve, 20));
      clearInterval(sign);
      await settling;
      const left = [...underWay];
      if (left.length > 0) await boss.fail(name, left, { error: 'the node stopped' }).catch(onError);
    },
  };
}
