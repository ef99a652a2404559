import { dataKeysIn } from '../../platform/crypto/data-key-store.ts';
import { rewrapKeys } from '../../platform/crypto/rewrap-keys.ts';
import type { Platform } from '../../platform/platform.ts';
import { lockOpenBody, replaceBody } from './payload-store.ts';
import { sealBody } from './seal-payload.ts';

/** Encrypts what an earlier build kept open, letter by letter, and wraps the keys of all payloads anew under a new root secret. */
export async function keepPayloadsSealed(
  platform: Pick<Platform, 'database' | 'keys' | 'log'>,
): Promise<void> {
  const { database, keys } = platform;
  const sealOne = () =>
    database.write(async (tx) => {
      const open = await lockOpenBody(tx);
      if (!open) return false;
      const { body, key } = sealBody(keys, open.id, open.body);
      await replaceBody(tx, open.id, body, key);
      return true;
    });
  while (await sealOne());
  await rewrapKeys(platform, 'letters', dataKeysIn('inbound_payloads'));
}
