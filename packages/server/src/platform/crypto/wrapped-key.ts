import type { Keys } from './secrets.ts';

/** A data key as it is kept beside what it encrypts. */
export interface WrappedKey {
  /** Itself encrypted by the installation's key. */
  readonly dataKey: string;
  /** Names that key, so that it is seen which are to be wrapped anew. */
  readonly dataKeyUnder: string;
}

/** A data key to be kept (see sealed-file.ts). */
export const wrapKey = (keys: Keys, dataKey: Uint8Array): WrappedKey => ({
  dataKey: keys.seal(Buffer.from(dataKey).toString('base64url')),
  dataKeyUnder: keys.sealedUnder,
});

/** The reverse; throws when another installation wrapped it. */
export const unwrapKey = (keys: Keys, dataKey: string): Buffer =>
  Buffer.from(keys.open(dataKey), 'base64url');

/** The same data key under the key that seals now. */
export const rewrapKey = (keys: Keys, dataKey: string): WrappedKey => wrapKey(keys, unwrapKey(keys, dataKey));
