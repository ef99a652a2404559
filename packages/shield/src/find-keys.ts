import { sha256 } from '@noble/hashes/sha2.js';
import { base58 } from '@scure/base';
import type { FoundSecret } from './found-secret.ts';

/** Letters and digits in a row, as long as keys are. What is longer is no key, and is not decoded. */
const run = /(?<![A-Za-z0-9])[1-9A-HJ-NP-Za-km-z]{51,112}(?![A-Za-z0-9])/g;
const pem = /-----BEGIN (?:[A-Z]{1,10} ){0,2}PRIVATE KEY-----/g;
/** The first four bytes of extended private keys: xprv, yprv, zprv, Yprv, Zprv. */
const extended = new Set(['0488ade4', '049d7878', '04b2430c', '0295b005', '02aa7a99']);

/** Private keys that prove themselves: WIF and extended keys by their checksum, PEM by its first line. In order of kind, not of place. */
export function findKeys(text: string): FoundSecret[] {
  const found: FoundSecret[] = [];
  for (const match of text.matchAll(run)) {
    const kind = kindOfKey(match[0]);
    if (kind)
      found.push({ kind, start: match.index, end: match.index + match[0].length, certainty: 'certain' });
  }
  for (const match of text.matchAll(pem)) {
    const close = text.indexOf('-----END', match.index);
    const last = close < 0 ? -1 : text.indexOf('KEY-----', close);
    const end = last < 0 ? text.length : last + 'KEY-----'.length;
    found.push({ kind: 'pem_key', start: match.index, end, certainty: 'certain' });
  }
  return found;
}

function kindOfKey(word: string): 'private_key' | 'extended_key' | null {
  if (word.length > 52 && word.length < 111) return null;
  const bytes = base58.decode(word);
  const sum = sha256(sha256(bytes.subarray(0, -4)));
  if (!bytes.subarray(-4).every((byte, index) => byte === sum[index])) return null;
  const body = bytes.subarray(0, -4);
  const compressed = body.length === 34 && body[33] === 1;
  if (body[0] === 0x80 && (body.length === 33 || compressed)) return 'private_key';
  const version = [...body.subarray(0, 4)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return body.length === 78 && extended.has(version) ? 'extended_key' : null;
}
