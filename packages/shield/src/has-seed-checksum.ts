import { sha256 } from '@noble/hashes/sha2.js';

/** Whether words, given by their places in a list of BIP-39, end in the checksum of what they stand for. For 12, 15, 18, 21 or 24 of them. */
export function hasSeedChecksum(places: readonly number[]): boolean {
  const bits = places.map((place) => place.toString(2).padStart(11, '0')).join('');
  const sumLength = places.length / 3;
  const entropy = bits.slice(0, -sumLength).match(/.{8}/g) ?? [];
  const first = sha256(Uint8Array.from(entropy, (byte) => Number.parseInt(byte, 2)))[0] ?? 0;
  return first.toString(2).padStart(8, '0').slice(0, sumLength) === bits.slice(-sumLength);
}
