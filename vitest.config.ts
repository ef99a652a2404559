import { defineConfig } from 'vitest/config';

const project = (name: string, folder: string) => ({
  test: {
    name,
    include: [`${folder}/**/*.test.{ts,tsx}`],
    exclude: ['**/*.db.test.ts', '**/node_modules/**'],
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
      project('contract', 'packages/contract/src'),
      project('chains', 'packages/chains/src'),
      project('shield', 'packages/shield/src'),
      project('search', 'packages/search/src'),
      project('understanding', 'packages/understanding/src'),
      project('markdown', 'packages/markdown/src'),
      project('server', 'packages/server/src'),
      project('console', 'packages/console/src'),
      { ...project('widget', 'packages/widget'), oxc: { jsx: { importSource: 'preact' } } },
      { ...project('portal', 'packages/portal/src'), oxc: { jsx: { importSource: 'preact' } } },
      project('playground', 'packages/playground/src'),
      project('scripts', 'scripts'),
      project('eval', 'eval'),
      {
        test: {
          name: 'database',
          include: ['packages/server/src/**/*.db.test.ts'],
          globalSetup: ['packages/server/src/testing/global-setup.ts'],
          // The files of a worker share its process: to load the whole server anew for each costs more than most of them do.
          isolate: false,
          setupFiles: ['packages/server/src/testing/end-file.ts'],
          testTimeout: 40_000,
          hookTimeout: 60_000,
          maxWorkers: 2,
        },
      },
    ],
  },
});
