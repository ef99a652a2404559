import { base58 } from '@scure/base';
import type { AddressProblem } from './chain.ts';
import { hasDoubleSha256 } from './double-sha256.ts';

/** The first byte of every mainnet address, which makes it begin with T. */
const version = 0x41;

/** The problem of a TRON address, or null: 21 bytes in Base58Check. */
export function checkTron(text: string): AddressProblem | null {
  if (!/^T[1-9A-HJ-NP-Za-km-z]{33}$/.test(text)) return 'form';
  const bytes = base58.decode(text);
  if (bytes.length !== 25 || bytes[0] !== version) return 'form';
  return hasDoubleSha256(bytes) ? null : 'checksum';
}
