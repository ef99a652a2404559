import { globSync } from 'node:fs';
import { dirname } from 'node:path';
import { type Outcome, root, runCommand } from './run-step.ts';

/** What of the last run is kept, so that only what changed since is looked at again. */
const kept = 'node_modules/.cache/types';

/** The folders that have a `tsconfig.json` of their own, the root among them. */
export const typedFolders = (): string[] =>
  globSync('{.,*,packages/*}/tsconfig.json', { cwd: root })
    .map((it) => dirname(it))
    .sort();

/** Checks the types of a folder. By one checker: what several share, each would work out anew. */
export function checkTypes(folder: string, environment: Record<string, string>): Promise<Outcome> {
  const file = `${kept}/${folder === '.' ? 'root' : folder.replaceAll('/', '-')}.json`;
  const options = ['-p', folder, '--checkers', '1', '--incremental', '--tsBuildInfoFile', file];
  return runCommand('tsc', options, { environment });
}
