import type { LoadResult } from './message-load.ts';
import { percentile } from './table.ts';

/** Something to do; `false` says that there is nothing left to do. */
export type Task = () => Promise<unknown>;

/** Does something over and over by so many at once, for so many seconds or until nothing is left. */
export async function measure(clients: number, seconds: number, task: Task): Promise<LoadResult> {
  const [result] = await measureInTurns(clients, seconds, [task]);
  if (!result) throw new Error('nothing was measured');
  return result;
}

/**
 * The same for several things that are to be compared, so many seconds each: a second of one, a second of the next, and round again, so that whatever
 * else the machine does meanwhile slows all of them alike.
 */
export async function measureInTurns(
  clients: number,
  seconds: number,
  tasks: readonly Task[],
): Promise<LoadResult[]> {
  const measured = tasks.map((task) => ({ task, times: [] as number[], elapsed: 0 }));
  for (let second = 0; second < seconds; second++) {
    for (const it of measured) {
      const begun = performance.now();
      const repeat = async () => {
        while (performance.now() < begun + 1000) {
          const start = performance.now();
          if ((await it.task()) === false) return;
          it.times.push(performance.now() - start);
        }
      };
      await Promise.all(Array.from({ length: clients }, repeat));
      it.elapsed += performance.now() - begun;
    }
  }
  return measured.map(({ times, elapsed }) => ({
    perSecond: (times.length * 1000) / elapsed,
    p50: percentile(times, 0.5),
    p99: percentile(times, 0.99),
  }));
}
