import process from 'node:process';
import { readAsPseudo } from './pseudo/read-as-pseudo.ts';

/**
 * Builds what browsers fetch, where it changed since the last time, and starts the server beside it. With `--pseudo` (or `--pseudo=rtl`) the English texts are pseudo
 * texts, by which one sees what bypasses the catalogues and what does not fit: for development.
 */
export async function start(options: string[]): Promise<void> {
  const pseudo = options.find((it) => it === '--pseudo' || it.startsWith('--pseudo='));
  if (pseudo !== undefined) {
    process.env['FAIRLEAD_PSEUDO'] = pseudo === '--pseudo=rtl' ? 'rtl' : 'ltr';
    readAsPseudo();
  }
  // Catalogues are read as modules load.
  const { buildWeb, compressWeb } = await import('./build-web.ts');
  const { run } = await import('../packages/server/src/main.ts');
  await run(
    options.filter((it) => it !== pseudo),
    { pages: buildWeb() },
  );
  // Nobody waits for it. Where the folder cannot be written, pages are sent as they are.
  await compressWeb().catch(() => {});
}
