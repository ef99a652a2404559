import { spawn } from 'node:child_process';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

/** How a command ended. */
export interface Outcome {
  ok: boolean;
  output: string;
  seconds: number;
}

/** Runs a command of the project's own tools in the project's folder and gathers what it says. */
export function runCommand(
  command: string,
  options: string[],
  settings: { environment?: Record<string, string>; live?: boolean } = {},
): Promise<Outcome> {
  const begun = performance.now();
  return new Promise((resolve) => {
    const bin = join(root, 'node_modules', '.bin');
    const child = spawn(command, options, {
      cwd: root,
      env: { ...process.env, ...settings.environment, PATH: `${bin}:${process.env['PATH']}` },
    });
    let output = '';
    const hear = (data: Buffer) => {
      output += data;
      if (settings.live) process.stdout.write(data);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.on('error', (error) => resolve({ ok: false, output: String(error), seconds: 0 }));
    child.on('exit', (code) =>
      resolve({ ok: code === 0, output, seconds: (performance.now() - begun) / 1000 }),
    );
  });
}

/** Prints how a step ended, with its words if it failed. Answers whether it was well. */
export function report(name: string, { ok, output, seconds }: Outcome): boolean {
  console.log(`${ok ? '✓' : '✗'} ${name} (${seconds.toFixed(1)} s)`);
  if (!ok) console.log(output.trimEnd());
  return ok;
}
