import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { findChromium } from './find-chromium.ts';
import { report, root, runCommand } from './run-step.ts';
import { maximumUnsteady, type TestResult } from './run-tests.ts';

/** The journeys in a real browser, against a server that they start themselves. Those that passed only at the second attempt are named. */
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
  const { stats, suites = [] } = JSON.parse(
    await readFile(file, 'utf8').catch(() => '{}'),
  ) as Partial<Report>;
  const unsteady = suites.flatMap(titlesOfUnsteady);
  const ok = outcome.ok && (stats?.expected ?? 0) > 0 && unsteady.length <= maximumUnsteady;
  report('browser tests', { ...outcome, ok });
  for (const title of unsteady)
    console.log(`  passed at the second attempt only, to be looked into: ${title}`);
  const failed = (stats?.unexpected ?? 0) + (ok ? 0 : unsteady.length);
  return { ok, passed: (stats?.expected ?? 0) + (ok ? unsteady.length : 0), failed };
}

interface Report {
  stats: { expected: number; unexpected: number };
  suites: Suite[];
}

interface Suite {
  suites?: Suite[];
  specs: { title: string; tests: { status: string }[] }[];
}

function titlesOfUnsteady({ suites = [], specs }: Suite): string[] {
  const here = specs.filter(({ tests }) => tests.some(({ status }) => status === 'flaky'));
  return [...here.map(({ title }) => title), ...suites.flatMap(titlesOfUnsteady)];
}
