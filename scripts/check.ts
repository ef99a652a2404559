import process from 'node:process';
import { checkArchitecture } from './check-architecture.ts';
import { checkLocales } from './check-locales.ts';
import { report, runCommand } from './run-step.ts';
import { runUnitTests } from './run-tests.ts';
import { checkIntentModel } from './train-intents.ts';

/** The programs that types are checked of, each with its own `tsconfig.json`; the root's is what runs on Node: server, benches, evals, scripts. */
const programs = [
  '.',
  'packages/contract',
  'packages/chains',
  'packages/search',
  'packages/understanding',
  'packages/markdown',
  'packages/console',
  'packages/widget',
  'packages/portal',
  'packages/playground',
  'e2e',
];

/** Everything that needs neither a browser nor a database: types, lint, format, architecture, dead code, locales, unit tests. */
export async function check(): Promise<{ ok: boolean; passed: number; failed: number }> {
  // Beside the rest: the machine has more than one core.
  const running = runUnitTests();
  const pure = (name: string, problems: string[]) =>
    report(name, { ok: problems.length === 0, output: problems.join('\n'), seconds: 0 });
  const results = [
    pure('architecture', checkArchitecture()),
    pure('locales', checkLocales()),
    pure('model of intents', checkIntentModel()),
    report('format and imports', await runCommand('biome', ['check', '--error-on-warnings', '.'])),
    report('lint', await runCommand('oxlint', ['--config', '.oxlintrc.json', '--deny-warnings', '.'])),
    report('dead code', await runCommand('knip', ['--no-progress'])),
  ];
  for (const folder of programs)
    results.push(
      report(
        `types of ${folder === '.' ? 'server, bench and scripts' : folder}`,
        await runCommand('tsc', ['-p', folder]),
      ),
    );
  const tests = await running;
  return { ok: results.every(Boolean) && tests.ok, passed: tests.passed, failed: tests.failed };
}

if (import.meta.main) {
  const { ok, passed, failed } = await check();
  console.log(`check: ${passed} passed, ${failed} failed`);
  process.exit(ok ? 0 : 1);
}
