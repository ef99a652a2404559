import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const entry = fileURLToPath(new URL('serve.ts', import.meta.url));

/** A server in a process of its own. */
export interface ServerProcess {
  readonly url: string;
  readonly child: ChildProcess;
  /** Seconds from the start of the process until it was ready. */
  readonly startSeconds: number;
  /** Resident memory now, in bytes. */
  memory(): Promise<number>;
  stop(): Promise<void>;
  /** Ends it without a warning. */
  kill(): Promise<void>;
}

/** Starts a server and waits until it is ready. */
export async function startServerProcess(
  settings: Record<string, string>,
  port?: number,
): Promise<ServerProcess> {
  const chosen = port ?? (await freePort());
  const begun = performance.now();
  const child = spawn(process.execPath, [entry], {
    env: {
      ...process.env,
      LOG_LEVEL: 'warn',
      DEMO: 'false',
      RATE_LIMITS: 'false',
      PORT: String(chosen),
      ...settings,
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const url = `http://127.0.0.1:${chosen}`;
  const exited = once(child, 'exit');
  while (!(await answers(`${url}/ready`))) {
    if (child.exitCode !== null) throw new Error(`the server ended with code ${child.exitCode}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return {
    url,
    child,
    startSeconds: (performance.now() - begun) / 1000,
    memory: () => residentMemory(child.pid ?? 0),
    async stop() {
      child.kill('SIGTERM');
      await exited;
    },
    async kill() {
      child.kill('SIGKILL');
      await exited;
    },
  };
}

/** Of a process, in bytes. Linux says it in a file; elsewhere `ps` does. */
async function residentMemory(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => undefined);
  const kilobytes =
    status === undefined
      ? (await promisify(execFile)('ps', ['-o', 'rss=', '-p', String(pid)])).stdout
      : (/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? '0');
  return Number(kilobytes) * 1024;
}

const answers = (url: string) =>
  fetch(url).then(
    (response) => response.ok,
    () => false,
  );

/** A port that nothing uses now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
