import { availableParallelism, freemem } from 'node:os';
import process from 'node:process';
import { checkArchitecture } from './check-architecture.ts';
import { checkLocales } from './check-locales.ts';
import { checkTypes, typedFolders } from './check-types.ts';
import { report, runCommand } from './run-step.ts';
import { runUnitTests } from './run-tests.ts';
import { checkIntentModel } from './train-intents.ts';

/**
 * For the programs in Go that know of types: one core each, since others run beside them, and where there is room for some gigabytes no more than a rare
 * collection of garbage, which takes them a quarter of their time.
 */
const environment = { GOMAXPROCS: '1', ...(freemem() > 10 * 1024 ** 3 ? { GOGC: '1000' } : {}) };

const command = (name: string, program: string, options: string[]) => async () =>
  report(name, await runCommand(program, options, { environment }));

/** Everything that needs neither a browser nor a database and is quick: types, lint, format, architecture, dead code, locales, unit tests. */
export async function check(): Promise<{ ok: boolean; passed: number; failed: number }> {
  const pure = (name: string, problems: string[]) =>
    report(name, { ok: problems.length === 0, output: problems.join('\n'), seconds: 0 });
  const results = [
    pure('architecture', checkArchitecture()),
    pure('locales', checkLocales()),
    pure('model of intents', checkIntentModel()),
  ];
  let tests = { ok: false, passed: 0, failed: 0 };
  // What takes longest begins first, so that the cores are done at about the same time.
  const steps = [
    async () => {
      tests = await runUnitTests();
      return tests.ok;
    },
    command('lint', 'oxlint', ['--config', '.oxlintrc.json', '--deny-warnings', '.']),
    ...typedFolders().map(
      (folder) => async () => report(`types of ${folder}`, await checkTypes(folder, environment)),
    ),
    command('dead code', 'knip', ['--no-progress']),
    command('format and imports', 'biome', ['check', '--error-on-warnings', '.']),
  ];
  const work = async () => {
    for (let step = steps.shift(); step; step = steps.shift()) results.push(await step());
  };
  await Promise.all(Array.from({ length: Math.max(2, availableParallelism()) }, work));
  return { ok: results.every(Boolean), passed: tests.passed, failed: tests.failed };
}

if (import.meta.main) {
  const { ok, passed, failed } = await check();
  console.log(`check: ${passed} passed, ${failed} failed`);
  process.exit(ok ? 0 : 1);
}
