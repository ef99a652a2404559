import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';

/** A new secret: 32 random bytes in base64url. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** What is kept of a secret that is only ever compared: its SHA-256 in base64url. Right for random secrets, not for passwords. */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}

/**
 * The installation's keys, all derived from one root secret (HKDF-SHA256), each for one purpose, so that what one signs
 * another never accepts.
 */
export interface Keys {
  /** 32 bytes for a purpose. */
  derive(purpose: string): Buffer;
  /** Encrypts a short secret for keeping (AES-256-GCM). */
  seal(plain: string): string;
  /** The reverse; throws when it was changed or sealed by another installation. What the root before this one sealed opens too. */
  open(sealed: string): string;
  /** Names the key that seals now: another once the root secret is another. It tells nothing about the key. */
  readonly sealedUnder: string;
}

/** The keys of a root secret. `before` are roots that were used before: they seal and derive nothing any more, but open what they sealed. */
export function createKeys(rootSecret: string, before: readonly string[] = []): Keys {
  const from = (root: string, purpose: string) =>
    Buffer.from(hkdfSync('sha256', root, 'fairlead', purpose, 32));
  const derive = (purpose: string) => from(rootSecret, purpose);
  const sealing = derive('seal');
  const opening = [sealing, ...before.map((root) => from(root, 'seal'))];
  return {
    derive,
    sealedUnder: derive('seal-name').toString('base64url').slice(0, 16),
    seal(plain) {
      const iv = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', sealing, iv);
      const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
      return Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64url');
    },
    open(sealed) {
      const bytes = Buffer.from(sealed, 'base64url');
      const errors: unknown[] = [];
      for (const key of opening) {
        try {
          return openWith(key, bytes);
        } catch (error) {
          errors.push(error);
        }
      }
      throw errors[0];
    },
  };
}

function openWith(key: Uint8Array, bytes: Buffer): string {
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12));
  decipher.setAuthTag(bytes.subarray(12, 28));
  return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
}
