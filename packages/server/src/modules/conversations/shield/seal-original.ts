import { newDataKey, openFile, sealFile } from '../../../platform/crypto/sealed-file.ts';
import type { Keys } from '../../../platform/crypto/secrets.ts';
import { unwrapKey, type WrappedKey, wrapKey } from '../../../platform/crypto/wrapped-key.ts';

/** Something that was removed, as it is kept: under a data key of its own. */
export type SealedOriginal = WrappedKey & { readonly sealed: string };

const nameOf = (removalId: string) => `shield/${removalId}`;

/** What a removal took away, encrypted. It opens as the original of this removal only. */
export function sealOriginal(keys: Keys, removalId: string, original: string): SealedOriginal {
  const dataKey = newDataKey();
  const sealed = sealFile(dataKey, nameOf(removalId), Buffer.from(original, 'utf8'));
  return { sealed: sealed.toString('base64url'), ...wrapKey(keys, dataKey) };
}

/** The reverse; throws when a bit is not as it was, or it belongs to another removal or installation. */
export function openOriginal(
  keys: Keys,
  removalId: string,
  { sealed, dataKey }: Pick<SealedOriginal, 'sealed' | 'dataKey'>,
): string {
  const bytes = openFile(unwrapKey(keys, dataKey), nameOf(removalId), Buffer.from(sealed, 'base64url'));
  return bytes.toString('utf8');
}
