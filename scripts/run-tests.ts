import { readFile, rm } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { bringServers } from './bring-tool.ts';
import { report, root, runCommand } from './run-step.ts';

/** So much may pass at the second attempt only: one is a slow machine, several are a fault. */
export const maximumUnsteady = 2;

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

/**
 * Tests against a real PostgreSQL, which the run starts itself. Files in which something failed are run once more as a whole, since their tests share a server; those
 * that passed only then are named.
 */
export async function runDatabaseTests(): Promise<TestResult> {
  const problem = await bringServers();
  if (problem) {
    report('database tests', { ok: false, output: problem, seconds: 0 });
    return { ok: false, passed: 0, failed: 1 };
  }
  const project = ['--project', '*database*'];
  const { files, ...first } = await runVitest('database tests', project);
  if (first.ok || files.length === 0 || files.length > maximumUnsteady) return first;
  const again = await runVitest('database tests that failed, once more', [...project, ...files]);
  if (!again.ok) return first;
  for (const file of files)
    console.log(`  passed at the second attempt only, to be looked into: ${relative(root, file)}`);
  return { ok: true, passed: first.passed + first.failed, failed: 0 };
}

/** Also answers in which files something failed. */
async function runVitest(name: string, options: string[]): Promise<TestResult & { files: string[] }> {
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
    testResults?: Array<{ name: string; status: string }>;
  };
  const passed = counts.numPassedTests ?? 0;
  const failed = (counts.numFailedTests ?? 0) + (outcome.ok || counts.numFailedTests ? 0 : 1);
  const files = (counts.testResults ?? []).filter((it) => it.status === 'failed').map((it) => it.name);
  return { ok: outcome.ok && passed > 0, passed, failed, files };
}
