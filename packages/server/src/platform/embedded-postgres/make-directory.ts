import { existsSync } from 'node:fs';
import { chmod, mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Makes a directory and those above it that are missing, all with this mode whatever the umask. What exists keeps its mode. */
export async function makeDirectory(path: string, mode: number): Promise<void> {
  if (existsSync(path)) return;
  await makeDirectory(dirname(path), mode);
  try {
    await mkdir(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return;
    throw error;
  }
  await chmod(path, mode);
}
