import { createHash } from 'node:crypto';
import { join } from 'node:path';

/** Marks files, so that a key (`a/b`) and one below it (`a/b/c`) can both be there: no part of a key ends so. */
const fileMark = '@';

/**
 * Where the bytes of a key lie: `attachments/<id>/original` in `attachments/<shard>/<id>/original@`, the shard being one of 256
 * by the id, so that no directory grows without end.
 */
export function placeOf(root: string, key: string): string {
  const [first = '', second, ...rest] = key.split('/');
  const parts = second === undefined ? [first] : [first, shardOf(second), second, ...rest];
  return `${join(root, ...parts)}${fileMark}`;
}

/** The key of a file by its path below the root; undefined for what is not a file of ours. */
export function keyOf(path: string): string | undefined {
  if (!path.endsWith(fileMark)) return undefined;
  const parts = path.slice(0, -fileMark.length).split('/');
  if (parts.length > 1) {
    // Of a key with two parts, the second is the file itself.
    if (parts.length < 3 || parts[1] !== shardOf(parts[2] ?? '')) return undefined;
    parts.splice(1, 1);
  }
  return parts.join('/');
}

/** The deepest folder, below the root, that holds every key with the prefix. */
export function folderOf(prefix: string): string {
  const [first = '', second, ...rest] = prefix.split('/').slice(0, -1);
  if (second === undefined) return first;
  return join(first, shardOf(second), second, ...rest);
}

const shardOf = (part: string): string => createHash('sha256').update(part).digest('hex').slice(0, 2);
