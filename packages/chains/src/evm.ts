import { keccak_256 } from '@noble/hashes/sha3.js';
import type { AddressProblem } from './chain.ts';

/** The problem of an address of Ethereum's form, or null. Capitals carry a checksum (EIP-55); without any, or with nothing else, none is there. */
export function checkEvm(text: string): AddressProblem | null {
  if (!/^0x[0-9a-f]{40}$/i.test(text)) return 'form';
  const digits = text.slice(2);
  const lower = digits.toLowerCase();
  if (digits === lower || digits === digits.toUpperCase()) return null;
  const hash = keccak_256(new TextEncoder().encode(lower));
  const expected = [...lower].map((digit, index) => {
    const nibble = ((hash[index >> 1] ?? 0) >> (index % 2 === 0 ? 4 : 0)) & 0xf;
    return nibble >= 8 ? digit.toUpperCase() : digit;
  });
  return expected.join('') === digits ? null : 'checksum';
}
