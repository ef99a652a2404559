import { base58xrp } from '@scure/base';
import type { AddressProblem } from './chain.ts';
import { hasDoubleSha256 } from './double-sha256.ts';

/** The first two bytes of a mainnet X-address, which carries the destination tag within (XLS-5d). */
const tagged = [0x05, 0x44];

/** The problem of an XRP Ledger address, or null: classic (`r...`, 21 bytes) or with its tag (`X...`, 31 bytes), in the ledger's own Base58. */
export function checkXrp(text: string): AddressProblem | null {
  if (!/^[rX][1-9A-HJ-NP-Za-km-z]{24,46}$/.test(text)) return 'form';
  const bytes = base58xrp.decode(text);
  const classic = bytes.length === 25 && bytes[0] === 0;
  const extended = bytes.length === 35 && tagged.every((byte, index) => bytes[index] === byte);
  if (!classic && !extended) return 'form';
  return hasDoubleSha256(bytes) ? null : 'checksum';
}
