import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { testSecret } from './test-server.ts';

const entry = fileURLToPath(new URL('../main.ts', import.meta.url));
const script = 'await (await import(process.argv[1])).run([], { pages: Promise.resolve() });';

/** A node in a process of its own. */
export interface ServerProcess {
  /** Ends it as a power cut would: it learns nothing of it. */
  kill(): Promise<void>;
}

/** Starts a node in a process of its own, which ends with the test at the latest. */
export function startServerProcess(settings: Record<string, string>): ServerProcess {
  const child = spawn(process.execPath, ['--input-type=module', '-e', script, entry], {
    env: {
      ...process.env,
      LOG_LEVEL: 'silent',
      DEMO: 'false',
      PORT: '0',
      SECRET: testSecret,
      ...settings,
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const exited = once(child, 'exit');
  async function kill(): Promise<void> {
    child.kill('SIGKILL');
    await exited;
  }
  onTestFinished(kill);
  return { kill };
}
