import process from 'node:process';
import { checkArchitecture } from './check-architecture.ts';
import { checkLocales } from './check-locales.ts';
import { report, runCommand } from './run-step.ts';
import { runUnitTests } from './run-tests.ts';
import { checkIntentModel } from './train-intents.ts';

const lint = ['--config', '.oxlintrc.json', '--type-check', '--deny-warnings', '.'];

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
    // One program checks the types of every folder by its own `tsconfig.json`, and lints by the same types.
    report('types and lint', await runCommand('oxlint', lint)),
    report('dead code', await runCommand('knip', ['--no-progress'])),
  ];
  const tests = await running;
  return { ok: results.every(Boolean) && tests.ok, passed: tests.passed, failed: tests.failed };
}

if (import.meta.main) {
  const { ok, passed, failed } = await check();
  console.log(`check: ${passed} passed, ${failed} failed`);
  process.exit(ok ? 0 : 1);
}
