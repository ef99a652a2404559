import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { bringServers } from './bring-tool.ts';
import { report, root, runCommand } from './run-step.ts';

/** How many tests passed and failed, and whether the run as a whole was well. */
export interface TestResult {
  ok: boolean;
  passed: number;
  failed: number;
}

/** Tests that need nothing but Node, and are quick. */
export const runUnitTests = (): Promise<TestResult> =>
  runVitest('unit tests', ['--project', '!*database*', '--project', '!thorough']);

/** Tests that need nothing but Node and time: many cases, pictures, simulations. */
export const runThoroughTests = (): Promise<TestResult> =>
  runVitest('thorough tests', ['--project', 'thorough']);

/** Tests against a real PostgreSQL, which the run starts itself. */
export async function runDatabaseTests(): Promise<TestResult> {
  const problem = await bringServers();
  if (problem) {
    report('database tests', { ok: false, output: problem, seconds: 0 });
    return { ok: false, passed: 0, failed: 1 };
  }
  return runVitest('database tests', ['--project', '*database*']);
}

async function runVitest(name: string, options: string[]): Promise<TestResult> {
  const file = join(root, 'test-results', `${name.replaceAll(' ', '-')}.json`);
  await rm(file, { force: true });
  const outcome = await runCommand('vitest', [
    'run',
    '--reporter=dot',
    '--reporter=json',
    `--outputFile.json=${file}`,
    ...options,
  ]);
  report(name, outcome);
  const counts = JSON.parse(await readFile(file, 'utf8').catch(() => '{}')) as {
    numPassedTests?: number;
    numFailedTests?: number;
  };
  const passed = counts.numPassedTests ?? 0;
  const failed = (counts.numFailedTests ?? 0) + (outcome.ok || counts.numFailedTests ? 0 : 1);
  return { ok: outcome.ok && passed > 0, passed, failed };
}
