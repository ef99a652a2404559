import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { findChromium } from './find-chromium.ts';
import { report, root, runCommand } from './run-step.ts';
import type { TestResult } from './run-tests.ts';

/** The journeys in a real browser, against a server that they start themselves. */
export async function runBrowserTests(): Promise<TestResult> {
  const chromium = await findChromium();
  if ('problem' in chromium) {
    report('browser tests', { ok: false, output: chromium.problem, seconds: 0 });
    return { ok: false, passed: 0, failed: 1 };
  }
  const file = join(root, 'test-results', 'browser.json');
  await rm(file, { force: true });
  const outcome = await runCommand(
    'playwright',
    ['test', '--config', 'e2e/playwright.config.ts', '--reporter=line,json'],
    {
      environment: { CHROMIUM: chromium.path, PLAYWRIGHT_JSON_OUTPUT_FILE: file },
    },
  );
  report('browser tests', outcome);
  const { stats } = JSON.parse(await readFile(file, 'utf8').catch(() => '{}')) as {
    stats?: { expected: number; unexpected: number; flaky: number };
  };
  const failed = (stats?.unexpected ?? 0) + (stats?.flaky ?? 0);
  return { ok: outcome.ok && (stats?.expected ?? 0) > 0, passed: stats?.expected ?? 0, failed };
}
