import { defineConfig } from 'vitest/config';

const project = (name: string, folder: string) => ({
  test: {
    name,
    include: [`${folder}/**/*.test.{ts,tsx}`],
    exclude: ['**/*.db.test.ts', '**/*.thorough.test.ts', '**/node_modules/**'],
    // Pure tests share nothing that one could spoil for the next; a process for each file costs three times what the tests do.
    isolate: false,
    // A bound on what hangs, not on what is slow: machines differ.
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});

export default defineConfig({
  test: {
    projects: [
      project(
        'unit',
        '{packages/{contract,chains,search,shield,understanding,markdown,server,console,playground}/src,packages/console/build,scripts,eval}',
      ),
      { ...project('widget', 'packages/widget'), oxc: { jsx: { importSource: 'preact' } } },
      { ...project('portal', 'packages/portal/src'), oxc: { jsx: { importSource: 'preact' } } },
      {
        // What reads hundreds of articles, draws pictures or tries thousands of cases: a second or more a file. Run with all the rest, not by `npm run check`.
        test: {
          name: 'thorough',
          include: ['packages/**/*.thorough.test.ts'],
          isolate: false,
          testTimeout: 60_000,
          maxWorkers: 2,
        },
      },
      {
        test: {
          name: 'database',
          include: ['packages/server/src/**/*.db.test.ts'],
          globalSetup: ['packages/server/src/testing/global-setup.ts'],
          // The files of a worker share its process: to load the whole server anew for each costs more than most of them do.
          isolate: false,
          setupFiles: ['packages/server/src/testing/end-file.ts'],
          // Limits for what hangs, not measures: a machine may be slowed down by its host for half a minute.
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // More than cores: they also wait, for other processes and for what is tried again.
          maxWorkers: 3,
        },
      },
    ],
  },
});
