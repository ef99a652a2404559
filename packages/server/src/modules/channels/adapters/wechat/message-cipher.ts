import { createDecipheriv } from 'node:crypto';
import { type Credentials, fail } from '../../port.ts';

const randomBytes = 16;
const lengthBytes = 4;
const block = 32;

/** Whether a text is an EncodingAESKey: 43 letters and digits, which are the base64 of 32 bytes. */
export const isAesKey = (text: string): boolean => /^[A-Za-z0-9+/]{43}$/.test(text);

/** The keys that WeChat may have encrypted with: it changes to a new one at once, and what is under way still has the one before. */
function aesKeys({ encodingAesKey, formerEncodingAesKey }: Credentials): string[] {
  return [encodingAesKey, formerEncodingAesKey].filter((it) => it !== undefined && isAesKey(it)) as string[];
}

/**
 * The message in an `Encrypt` field, which must be for this account: AES-256-CBC, 16 random bytes, the length, the message, the AppID, filled
 * up to 32 bytes. Throws `request.invalid` when no key opens it to that.
 */
export function openMessage(encrypted: string, credentials: Credentials): Uint8Array {
  for (const key of aesKeys(credentials)) {
    const opened = openWith(Buffer.from(`${key}=`, 'base64'), encrypted, credentials.appId ?? '');
    if (opened) return opened;
  }
  throw fail('request.invalid', { field: 'Encrypt' });
}

function openWith(key: Buffer, encrypted: string, appId: string): Uint8Array | null {
  const plain = decipher(key, Buffer.from(encrypted, 'base64'));
  const fill = plain?.at(-1) ?? 0;
  if (!plain || fill < 1 || fill > block || fill > plain.length - randomBytes - lengthBytes) return null;
  const content = plain.subarray(0, plain.length - fill);
  if (plain.subarray(content.length).some((byte) => byte !== fill)) return null;
  const start = randomBytes + lengthBytes;
  const end = start + content.readUInt32BE(randomBytes);
  if (end > content.length || content.toString('utf8', end) !== appId || appId === '') return null;
  return new Uint8Array(content.subarray(start, end));
}

function decipher(key: Buffer, bytes: Buffer): Buffer | null {
  if (bytes.length === 0 || bytes.length % 16 !== 0) return null;
  const cipher = createDecipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
  return Buffer.concat([cipher.update(bytes), cipher.final()]);
}
