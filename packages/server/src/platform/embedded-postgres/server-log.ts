import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** What the server wrote since its last start, at most some lines of it. */
export async function readServerLog(directory: string): Promise<string> {
  const entries = await readdir(directory, { withFileTypes: true }).catch(() => []);
  const files = await Promise.all(
    entries
      .filter((entry) => entry.isFile() && entry.name.endsWith('.log'))
      .map(async ({ name }) => {
        const path = join(directory, name);
        return { path, written: (await stat(path)).mtimeMs };
      }),
  );
  const newest = files.sort((a, b) => b.written - a.written)[0];
  if (!newest) return '';
  const text = (await readFile(newest.path, 'utf8')).slice(-8000);
  const start = text.lastIndexOf('starting PostgreSQL');
  return text.slice(Math.max(start, 0)).trim().split('\n').slice(-8).join('\n');
}
