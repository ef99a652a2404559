import { base58, bech32, bech32m } from '@scure/base';
import type { AddressProblem } from './chain.ts';
import { hasDoubleSha256 } from './double-sha256.ts';

/** What tells the addresses of one chain of Bitcoin's family from another's. */
export interface BitcoinLike {
  /** The first byte of a Base58Check address. */
  readonly versions: readonly number[];
  /** The part before the `1` of a SegWit address; null where there is none. */
  readonly prefix: string | null;
}

/** Version bytes of pay-to-public-key-hash and pay-to-script-hash, and SegWit prefixes, from `chainparams.cpp` of each reference client. */
export const bitcoinLike = {
  bitcoin: { versions: [0x00, 0x05], prefix: 'bc' },
  // 0x05 is the old form of script addresses, which the network still takes.
  litecoin: { versions: [0x30, 0x32, 0x05], prefix: 'ltc' },
  dogecoin: { versions: [0x1e, 0x16], prefix: null },
} as const satisfies Record<string, BitcoinLike>;

/** The problem of an address, or null: Base58Check, and SegWit by BIP 173 and BIP 350. */
export function checkBitcoinLike({ versions, prefix }: BitcoinLike, text: string): AddressProblem | null {
  if (prefix !== null && text.toLowerCase().startsWith(`${prefix}1`)) return checkSegwit(prefix, text);
  if (!/^[1-9A-HJ-NP-Za-km-z]{25,36}$/.test(text)) return 'form';
  const bytes = base58.decode(text);
  const first = bytes[0];
  if (bytes.length !== 25 || first === undefined || !versions.includes(first)) return 'form';
  return hasDoubleSha256(bytes) ? null : 'checksum';
}

function checkSegwit(prefix: string, text: string): AddressProblem | null {
  if (!/^[02-9ac-hj-np-z]{7,88}$/i.test(text.slice(prefix.length + 1))) return 'form';
  if (text !== text.toLowerCase() && text !== text.toUpperCase()) return 'form';
  const [old, now] = [bech32, bech32m].map((it) => it.decodeUnsafe(text.toLowerCase(), 90));
  const words = (old ?? now)?.words;
  if (!words) return 'checksum';
  const [version = 0, ...rest] = words;
  // Version 0 has the first checksum and later ones the second: mixed up, a chain of wallets would not understand it.
  if (version > 16 || (version === 0) !== (old !== undefined)) return 'checksum';
  const program = bech32.fromWordsUnsafe(rest);
  if (!program || program.length < 2 || program.length > 40) return 'form';
  if (version === 0 && program.length !== 20 && program.length !== 32) return 'form';
  return null;
}
