import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const entry = fileURLToPath(new URL('../scripts/start.mjs', import.meta.url));
const patience = 60_000;

/** The product as an operator starts it: a process of its own, with its database beside it. */
export interface RunningServer {
  /** Without a slash at the end. */
  readonly url: string;
  /** Stands still, as under a load it cannot bear: what is sent to it is taken in by nobody. Only `kill` ends it. */
  freeze(): void;
  /** Ends it as a power cut would: nothing is written, nobody is told. */
  kill(): Promise<void>;
  /** Starts it again where it was: same data, same port. */
  restart(): Promise<void>;
  /** Where it keeps what it keeps. */
  readonly directory: string;
  /** Ends it in order. */
  end(): Promise<void>;
  /** Ends it in order and removes what it kept. */
  stop(): Promise<void>;
}

/** Names the folder with the demo exchange as its first start leaves it: to fill one takes three quarters of a start, so all but the first copy it. */
export const filledDemo = 'FAIRLEAD_FILLED_DEMO';

/**
 * Starts a server on a free port, with the demo exchange unless it is told otherwise. Options go to its command line, settings to its environment. The assistant answers only in journeys that are
 * about it: in the others people do.
 */
export async function startServer(
  options: string[] = [],
  { assistant = false, settings = {} }: { assistant?: boolean; settings?: Record<string, string> } = {},
): Promise<RunningServer> {
  const directory = await mkdtemp(join(tmpdir(), 'fairlead-e2e-'));
  // Where root starts it the database runs as somebody else, who must be able to enter.
  await chmod(directory, 0o755);
  const data = join(directory, 'data');
  // With its owners: where root starts it, the database's files are somebody else's.
  const filled = process.env[filledDemo];
  if (filled && !options.includes('--no-demo'))
    await promisify(execFile)('cp', ['-Rp', join(filled, 'data'), data]);
  const port = await freePort();
  const launch = () =>
    launchProcess(
      ['--port', `${port}`, '--data-directory', data, ...(assistant ? [] : ['--no-assistant']), ...options],
      settings,
    );
  let child = await launch();
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const exited = once(child, 'exit');
    child.kill(signal);
    await exited;
  };
  return {
    directory,
    // The host of the links that the server itself makes.
    url: `http://localhost:${port}`,
    freeze() {
      child.kill('SIGSTOP');
    },
    kill: () => end('SIGKILL'),
    async restart() {
      await end('SIGTERM');
      child = await launch();
    },
    end: () => end('SIGTERM'),
    async stop() {
      await end('SIGTERM');
      await rm(directory, { recursive: true, force: true });
    },
  };
}

async function launchProcess(options: string[], settings: Record<string, string>): Promise<ChildProcess> {
  const child = spawn(process.execPath, [entry, ...options], {
    env: { ...process.env, ...settings, LOG_LEVEL: 'error' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  let timer: NodeJS.Timeout | undefined;
  await new Promise<void>((resolve, reject) => {
    const fail = (why: string) => reject(new Error(`the server ${why}:\n${said}`));
    timer = setTimeout(() => fail('is not ready in time'), patience);
    const listen = (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes('Fairlead is ready')) resolve();
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.once('error', (error) => fail(`could not be started: ${error.message}`));
    child.once('exit', (code) => fail(`ended with code ${code}`));
  }).finally(() => clearTimeout(timer));
  return child;
}

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
