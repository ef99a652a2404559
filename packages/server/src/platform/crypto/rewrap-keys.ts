import type { Platform } from '../platform.ts';
import type { DataKeyStore } from './data-key-store.ts';
import { rewrapKey, type WrappedKey } from './wrapped-key.ts';

const batch = 500;
/** With so many that do not open a root secret is missing, and looking on tells nothing new. */
const mostStuck = 5000;

/**
 * Wraps all data keys anew that an earlier root secret wraps. One that no known root opens stays as it is, stops none of the others, and
 * is told in the log.
 */
export async function rewrapKeys(
  { database, keys, log }: Pick<Platform, 'database' | 'keys' | 'log'>,
  what: string,
  store: DataKeyStore,
): Promise<void> {
  const stuck: string[] = [];
  for (let more = true; more && stuck.length < mostStuck; ) {
    const { found, anew } = await database.write(async (tx) => {
      const found = await store.lock(tx, keys.sealedUnder, stuck, batch);
      const anew = found.flatMap(({ id, dataKey }) => wrappedAnew(keys, id, dataKey));
      if (anew.length > 0) await store.replace(tx, anew);
      return { found, anew };
    });
    const done = new Set(anew.map(({ id }) => id));
    stuck.push(...found.map(({ id }) => id).filter((id) => !done.has(id)));
    more = found.length === batch;
  }
  if (stuck.length > 0)
    log.error(
      { what, count: stuck.length, some: stuck.slice(0, 10) },
      'no known root secret opens these data keys: is SECRET_BEFORE missing?',
    );
}

function wrappedAnew(
  keys: Platform['keys'],
  id: string,
  dataKey: string,
): Array<{ id: string } & WrappedKey> {
  try {
    return [{ id, ...rewrapKey(keys, dataKey) }];
  } catch {
    return [];
  }
}
