import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const target = fileURLToPath(
  new URL('../packages/server/src/platform/database/database-types.ts', import.meta.url),
);

/** Writes (or, with `verify`, compares) the types of the tables of a migrated database. Answers whether they were the same. */
export function generateDatabaseTypes(connectionString: string, verify: boolean): boolean {
  const run = spawnSync(
    fileURLToPath(new URL('../node_modules/.bin/kysely-codegen', import.meta.url)),
    [
      '--dialect=postgres',
      `--url=${connectionString}`,
      `--out-file=${target}`,
      '--default-schema=public',
      '--include-pattern=public.*',
      '--exclude-pattern=public.events_*',
      // The pool reads bigint as a number.
      '--type-mapping={"int8":"number"}',
      '--type-only-imports',
      ...(verify ? ['--verify'] : []),
    ],
    { encoding: 'utf8' },
  );
  if (run.status !== 0 && !verify) throw new Error(run.stderr || run.stdout);
  return run.status === 0;
}
