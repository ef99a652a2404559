import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { open } from 'node:fs/promises';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

const scripts = new URL('../../../../scripts/', import.meta.url);

/** Begins the command as a process of its own, as `npm run` does. */
export function beginCommand(command: 'backup' | 'restore', words: string[]) {
  const child = spawn(process.execPath, [fileURLToPath(new URL(`${command}.ts`, scripts)), ...words], {
    env: { PATH: process.env['PATH'] },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (data: Buffer) => {
      said += data;
    });
  const ended = once(child, 'close').then(() => ({ code: child.exitCode, said }));
  const runs = () => child.exitCode === null && child.signalCode === null;
  const kill = async () => {
    if (runs()) child.kill('SIGKILL');
    await ended;
  };
  onTestFinished(kill);
  return { ended, runs, kill };
}

/** Turns one bit of a file over. A second time puts it right. */
export async function flipByte(path: string): Promise<void> {
  const file = await open(path, 'r+');
  try {
    const at = Math.floor((await file.stat()).size / 2);
    const { buffer } = await file.read(Buffer.alloc(1), 0, 1, at);
    await file.write(Buffer.from([buffer.readUInt8(0) ^ 1]), 0, 1, at);
  } finally {
    await file.close();
  }
}
