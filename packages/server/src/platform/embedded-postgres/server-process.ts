import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as wait } from 'node:timers/promises';
import { commandLineOf } from './process-identity.ts';
import type { RuntimeUser } from './runtime-user.ts';

/**
 * Runs the server beside a watcher that reads from us. Our end closes when we stop it, and also when we die, however that
 * happens; then the watcher asks the server for a fast shutdown. Only what every /bin/sh has built in is used.
 */
const watched = `
exec 3<&0
"$@" 3<&- </dev/null &
server=$!
(while read -r _; do :; done; kill -INT "$server") <&3 3<&- &
watcher=$!
exec 0</dev/null 3<&-
wait "$server"
status=$?
kill "$watcher" 2>/dev/null
exit "$status"
`;

const patience = { fast: 20_000, immediate: 8_000 };

/** A server that was started, perhaps not ready yet. */
export interface ServerProcess {
  /** Settles when the server is gone. */
  readonly ended: Promise<void>;
  /** What it said before its log file was open. */
  said(): string;
  /** Ends it in order; when that takes too long, at once (the next start then recovers). */
  stop(): Promise<void>;
}

/** Starts `postgres` as the user, in a session of its own: Ctrl-C at the terminal is for us to handle, not for it. */
export function startServerProcess(options: {
  binDirectory: string;
  cluster: string;
  settings: readonly string[];
  user: RuntimeUser;
}): ServerProcess {
  const postgres = join(options.binDirectory, 'postgres');
  const child = spawn('/bin/sh', ['-c', watched, 'postgres-watch', postgres, ...options.settings], {
    cwd: '/',
    env: { LC_ALL: 'C' },
    detached: true,
    stdio: ['pipe', 'ignore', 'pipe'],
    ...options.user.identity,
  });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said = (said + text).slice(-4000);
  });
  child.stdin.on('error', () => {});
  child.on('error', (error) => {
    said += error.message;
  });
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
  return {
    ended,
    said: () => said,
    async stop() {
      child.stdin.end();
      if (await within(ended, patience.fast)) return;
      await signalServer(options.cluster, 'SIGQUIT');
      if (await within(ended, patience.immediate)) return;
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
      await ended;
    },
  };
}

/** Stops a server that nobody holds any more. Answers whether there was one. */
export async function stopLeftServer(cluster: string): Promise<boolean> {
  if ((await findServer(cluster)) === undefined) return false;
  for (const [signal, time] of [
    ['SIGINT', patience.fast],
    ['SIGQUIT', patience.immediate],
    ['SIGKILL', patience.immediate],
  ] as const) {
    await signalServer(cluster, signal);
    const end = performance.now() + time;
    while (performance.now() < end) {
      if ((await findServer(cluster)) === undefined) return true;
      await wait(10);
    }
  }
  return true;
}

/** The process id in the cluster's pid file, if that process lives and is the server of this cluster. */
export async function findServer(cluster: string): Promise<number | undefined> {
  const pid = await readServerPid(cluster);
  if (pid === undefined) return undefined;
  // The number alone may belong to anyone by now.
  return `${await commandLineOf(pid)} `.includes(` -D ${cluster} `) ? pid : undefined;
}

/** The process id that the cluster's pid file names, alive or not. */
export async function readServerPid(cluster: string): Promise<number | undefined> {
  const text = await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '');
  const pid = Number.parseInt(text, 10);
  return Number.isNaN(pid) ? undefined : pid;
}

async function signalServer(cluster: string, signal: NodeJS.Signals): Promise<void> {
  const pid = await findServer(cluster);
  if (pid === undefined) return;
  try {
    process.kill(pid, signal);
  } catch {
    // It ended between the look and the signal.
  }
}

const within = (ended: Promise<void>, milliseconds: number): Promise<boolean> =>
  Promise.race([ended.then(() => true), wait(milliseconds, false, { ref: false })]);
