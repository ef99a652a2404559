import { base58 } from '@scure/base';
import type { Chain } from './chain.ts';

/** Sixty-four hexadecimal digits name a transaction on most chains. */
const plain: readonly Chain[] = ['bitcoin', 'litecoin', 'dogecoin', 'tron', 'xrp', 'ton'];

/** On which chains a text could be a transaction id, by its form alone: it carries no checksum. Empty when on none. */
export function recogniseTxid(text: string): readonly Chain[] {
  const id = text.trim();
  if (/^[0-9a-f]{64}$/i.test(id)) return plain;
  if (/^0x[0-9a-f]{64}$/i.test(id)) return ['evm'];
  // TON's explorers also write the 32 bytes in Base64.
  if (/^[A-Za-z0-9+/_-]{43}=$/.test(id)) return ['ton'];
  if (/^[1-9A-HJ-NP-Za-km-z]{85,88}$/.test(id) && base58.decode(id).length === 64) return ['solana'];
  return [];
}
