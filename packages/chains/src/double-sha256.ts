import { sha256 } from '@noble/hashes/sha2.js';

/** Whether the last four bytes are the beginning of the double SHA-256 of the others: the check of Bitcoin and those who took it over. */
export function hasDoubleSha256(bytes: Uint8Array): boolean {
  const sum = sha256(sha256(bytes.subarray(0, -4)));
  return bytes.subarray(-4).every((byte, index) => byte === sum[index]);
}
