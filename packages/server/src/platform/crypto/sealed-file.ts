import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const ivLength = 12;
const tagLength = 16;

/** A key for one file: 32 random bytes. */
export const newDataKey = (): Buffer => randomBytes(32);

/**
 * The bytes of a file under its data key (AES-256-GCM): IV, tag, ciphertext. `name` is bound to them, so that what is kept under one
 * name is not taken for what belongs under another.
 */
export function sealFile(dataKey: Uint8Array, name: string, bytes: Uint8Array): Buffer {
  const iv = randomBytes(ivLength);
  const cipher = createCipheriv('aes-256-gcm', dataKey, iv).setAAD(Buffer.from(name));
  const body = [cipher.update(bytes), cipher.final()];
  return Buffer.concat([iv, cipher.getAuthTag(), ...body]);
}

/** The reverse; throws when a single bit is not as it was, or with another key or name. */
export function openFile(dataKey: Uint8Array, name: string, sealed: Uint8Array): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', dataKey, sealed.subarray(0, ivLength))
    .setAAD(Buffer.from(name))
    .setAuthTag(sealed.subarray(ivLength, ivLength + tagLength));
  return Buffer.concat([decipher.update(sealed.subarray(ivLength + tagLength)), decipher.final()]);
}
