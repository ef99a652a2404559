import { join } from 'node:path';
import process from 'node:process';
import { build } from 'vite';

/** Builds the browser applications in the folders of the command line, all at once. */
await Promise.all(
  process.argv
    .slice(2)
    .map((folder) => build({ configFile: join(folder, 'vite.config.ts'), logLevel: 'warn' })),
);
