import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { realpath } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { canEnter, findRuntimeUser, isRoot } from './runtime-user.ts';

/** Where root keeps what the database's user must reach when the project lies where only root may go. */
export const sharedPlace = '/var/lib/fairlead';

/**
 * Where a project keeps its data by default: `data` inside it. When root starts it in a place that the database's user cannot
 * enter (below `/root`, say), a directory of its own below `/var/lib/fairlead`: the same at every start. Makes nothing.
 */
export async function chooseDataDirectory(projectDirectory: string): Promise<string> {
  const project = await realpath(projectDirectory);
  const inside = join(project, 'data');
  if (!isRoot()) return inside;
  const user = await findRuntimeUser(join(inside, 'postgres', 'cluster'));
  if (await canEnter(user, existsSync(inside) ? inside : project)) return inside;
  const mark = createHash('sha256').update(project).digest('hex').slice(0, 8);
  return join(sharedPlace, `${basename(project)}-${mark}`);
}
