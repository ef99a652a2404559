import { rewrapKey } from '../../platform/crypto/wrapped-key.ts';
import type { Platform } from '../../platform/platform.ts';
import { lockBodyKeysUnderOthers, lockOpenBody, replaceBody, replaceBodyKeys } from './payload-store.ts';
import { sealBody } from './seal-payload.ts';

const rewrapped = 500;

/** Encrypts what an earlier build kept open, letter by letter, and wraps the keys of all payloads anew under a new root secret. */
export async function keepPayloadsSealed({
  database,
  keys,
}: Pick<Platform, 'database' | 'keys'>): Promise<void> {
  const sealOne = () =>
    database.write(async (tx) => {
      const open = await lockOpenBody(tx);
      if (!open) return false;
      const { body, key } = sealBody(keys, open.id, open.body);
      await replaceBody(tx, open.id, body, key);
      return true;
    });
  const rewrapSome = () =>
    database.write(async (tx) => {
      const under = await lockBodyKeysUnderOthers(tx, keys.sealedUnder, rewrapped);
      const anew = under.map(({ id, dataKey }) => ({ id, ...rewrapKey(keys, dataKey) }));
      if (anew.length > 0) await replaceBodyKeys(tx, anew);
      return under.length === rewrapped;
    });
  while (await sealOne());
  while (await rewrapSome());
}
