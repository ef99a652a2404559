import type { Platform } from '../platform/platform.ts';
import { afterFile } from './after-file.ts';

/** In milliseconds. */
const lookEvery = 40;

/**
 * Has jobs of these names that wait for their time, or for another attempt, done within moments, until what it answers is called or the file is
 * over: what they wait for is on this machine.
 */
export function hurryJobs({ database, bus }: Pick<Platform, 'database' | 'bus'>, ...names: string[]) {
  let looking: Promise<void> | null = null;
  const look = async () => {
    const { rows } = await database.raw(
      `update pgboss.job set start_after = now()
       where name = any($1) and state in ('created', 'retry') and start_after > now() returning name`,
      [names],
    );
    for (const name of new Set(rows.map((row) => (row as { name: string }).name))) bus.publish('jobs', name);
  };
  const timer = setInterval(() => {
    looking ??= look().finally(() => {
      looking = null;
    });
  }, lookEvery);
  const stop = async () => {
    clearInterval(timer);
    await looking;
  };
  afterFile(stop);
  return stop;
}
