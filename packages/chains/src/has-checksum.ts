import { recogniseAddress } from './check-address.ts';

/** Whether a text is an address whose checksum says that no character is wrong, whatever chain it is of. */
export function hasChecksum(text: string): boolean {
  const address = text.trim();
  const recognised = recogniseAddress(address);
  if (!recognised || recognised.problem !== null) return false;
  return recognised.chains.some((chain) => {
    // Any 32 bytes make a Solana address; one of an EVM network has a checksum if it is written in both cases (EIP-55), TON's if it is not raw.
    if (chain === 'solana') return false;
    if (chain === 'evm') return /[a-f]/.test(address) && /[A-F]/.test(address);
    return chain !== 'ton' || !address.includes(':');
  });
}
