import { fork } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const entry = fileURLToPath(import.meta.resolve('@fairlead/server/testing/timed-process'));

/** A demo exchange in whose server time passes as a journey wants. */
export interface TimedServer {
  /** Without a slash at the end. */
  readonly url: string;
  /** Lets minutes pass at once. Pages have clocks of their own: see `page.clock`. */
  advance(minutes: number): void;
  stop(): Promise<void>;
}

/** Starts one in a process of its own, with its database beside it. */
export async function startTimedServer(): Promise<TimedServer> {
  const directory = await mkdtemp(join(tmpdir(), 'fairlead-e2e-'));
  // Where root starts it the database runs as somebody else, who must be able to enter.
  await chmod(directory, 0o755);
  const child = fork(entry, [directory], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const [said] = (await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(([code]) => Promise.reject(new Error(`the server ended with code ${code}`))),
  ])) as [{ url: string }];
  return {
    url: said.url,
    advance: (minutes) => void child.send({ minutes }),
    async stop() {
      const exited = once(child, 'exit');
      child.send('stop');
      await exited;
      await rm(directory, { recursive: true, force: true });
    },
  };
}
