import { sha256 } from '@noble/hashes/sha2.js';
import { base32, base58, base58xrp } from '@scure/base';
import type { FoundSecret } from './found-secret.ts';

/** Letters and digits in a row, as long as keys are. What is longer is no key, and is not decoded. */
const run = /(?<![A-Za-z0-9])[1-9A-HJ-NP-Za-km-z]{29,112}(?![A-Za-z0-9])/g;
const stellar = /(?<![A-Za-z0-9])S[A-Z2-7]{55}(?![A-Za-z0-9])/g;
/** Sixty-four bytes in brackets: the file in which wallets of Solana keep a key. */
const bytes = /\[\s{0,4}\d{1,3}(?:\s{0,4},\s{0,4}\d{1,3}){63}\s{0,4}\]/g;
/** What lets a program into a support platform of this kind. */
const apiToken = /(?<![A-Za-z0-9_-])flt_[A-Za-z0-9_-]{43}(?![A-Za-z0-9_-])/g;
const pemStart = /-----BEGIN (?:[A-Z]{1,10} ){0,2}PRIVATE KEY-----/g;
const pemEnd = /-----END (?:[A-Z]{1,10} ){0,2}PRIVATE KEY-----/g;
/** Where a key is cut off before its end: so much of it goes. */
const longestPem = 4000;
/** First bytes of extended private keys: xprv, yprv, zprv, Yprv, Zprv, and those of test networks. */
const extended = new Set([
  '0488ade4',
  '049d7878',
  '04b2430c',
  '0295b005',
  '02aa7a99',
  '04358394',
  '044a4e28',
  '045f18bc',
]);
/** First bytes of WIF: Bitcoin, its test network, Litecoin, Dogecoin, Dash. */
const wif = new Set([0x80, 0xef, 0xb0, 0x9e, 0xcc]);

type KeyKind = 'private_key' | 'extended_key' | 'api_secret';

/** Private keys that prove themselves by their checksum or an unmistakable form: of Bitcoin and its kin, XRP, Stellar, Solana's file, PEM, and our own API tokens. */
export function findKeys(text: string): FoundSecret[] {
  return [
    ...proven(text, run, kindOfKey),
    ...proven(text, stellar, (word) => (isStellar(word) ? 'private_key' : null)),
    ...proven(text, bytes, (list) => (areBytes(list) ? 'private_key' : null)),
    ...proven(text, apiToken, () => 'api_secret'),
    ...findPem(text),
  ];
}

function proven(text: string, pattern: RegExp, kindOf: (word: string) => KeyKind | null): FoundSecret[] {
  return [...text.matchAll(pattern)].flatMap((match) => {
    const kind = kindOf(match[0]);
    const [start, end] = [match.index, match.index + match[0].length];
    return kind ? [{ kind, start, end, certainty: 'certain' as const }] : [];
  });
}

/** Each first line with the last line that follows it; both are looked for once. */
function findPem(text: string): FoundSecret[] {
  if (!text.includes('-----BEGIN ')) return [];
  const ends = [...text.matchAll(pemEnd)].map((match) => match.index + match[0].length);
  const found: FoundSecret[] = [];
  let covered = 0;
  let next = 0;
  for (const match of text.matchAll(pemStart)) {
    const start = match.index;
    if (start < covered) continue;
    while ((ends[next] ?? Number.POSITIVE_INFINITY) < start) next += 1;
    const close = ends[next];
    covered = Math.min(close ?? text.length, start + longestPem, text.length);
    found.push({ kind: 'pem_key', start, end: covered, certainty: 'certain' });
  }
  return found;
}

function kindOfKey(word: string): KeyKind | null {
  if (word.length === 29 && word.startsWith('s')) return isXrpSeed(word) ? 'private_key' : null;
  const [first = ''] = word;
  if (word.length >= 51 && word.length <= 58) {
    if (!'569KLcTQ6X7'.includes(first)) return null;
    const body = bodyOf(base58.decode(word));
    if (!body) return null;
    const compressed = body.length === 34 && body[33] === 1;
    const plain = wif.has(body[0] ?? 0) && (body.length === 33 || compressed);
    // Encrypted under a passphrase (BIP-38): a guess away from open.
    const sealed = body.length === 39 && body[0] === 1 && (body[1] === 0x42 || body[1] === 0x43);
    return plain || sealed ? 'private_key' : null;
  }
  if (word.length < 111 || word.slice(1, 4) !== 'prv') return null;
  const body = bodyOf(base58.decode(word));
  return body?.length === 78 && extended.has(hexOf(body.subarray(0, 4))) ? 'extended_key' : null;
}

/** What stands before four bytes that begin its double SHA-256, else nothing. */
function bodyOf(all: Uint8Array): Uint8Array | null {
  const body = all.subarray(0, -4);
  const sum = sha256(sha256(body));
  return all.subarray(-4).every((byte, index) => byte === sum[index]) ? body : null;
}

function isXrpSeed(word: string): boolean {
  try {
    const body = bodyOf(base58xrp.decode(word));
    return body?.length === 17 && body[0] === 0x21;
  } catch {
    // A sign that this alphabet does not have.
    return false;
  }
}

/** CRC-16 (XModem) in the last two bytes, as Stellar writes its keys; 0x90 says that it is a secret one. */
function isStellar(word: string): boolean {
  const all = base32.decode(word);
  let sum = 0;
  for (const byte of all.subarray(0, -2)) {
    sum ^= byte << 8;
    for (let bit = 0; bit < 8; bit += 1) sum = ((sum << 1) ^ (sum & 0x8000 ? 0x1021 : 0)) & 0xffff;
  }
  return all[0] === 0x90 && all.at(-2) === (sum & 0xff) && all.at(-1) === sum >> 8;
}

const areBytes = (list: string): boolean => (list.match(/\d+/g) ?? []).every((it) => Number(it) < 256);

const hexOf = (some: Uint8Array): string =>
  [...some].map((byte) => byte.toString(16).padStart(2, '0')).join('');
