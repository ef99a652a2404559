import { base58 } from '@scure/base';
import type { AddressProblem } from './chain.ts';

/** The problem of a Solana address, or null: 32 bytes in Base58. There is no checksum, so a typing error often goes unseen. */
export function checkSolana(text: string): AddressProblem | null {
  if (!/^[1-9A-HJ-NP-Za-km-z]{32,44}$/.test(text)) return 'form';
  return base58.decode(text).length === 32 ? null : 'form';
}
