import type { Chain } from './chain.ts';
import { recogniseAddress } from './check-address.ts';

/**
 * The chain that an address proves by its checksum and a form that no other network has; null for anything less. Forms that networks share
 * prove none, be they known here or not: Bitcoin Cash has Bitcoin's old addresses, DigiByte has Dogecoin's, EVM networks have one another's, and
 * Solana's have no checksum.
 */
export function provenChain(text: string): Chain | null {
  const address = text.trim();
  const recognised = recogniseAddress(address);
  if (!recognised || recognised.problem !== null || recognised.chains.length !== 1) return null;
  const [chain] = recognised.chains;
  switch (chain) {
    case 'tron':
    case 'xrp':
      return chain;
    case 'ton':
      return address.includes(':') ? null : chain;
    case 'bitcoin':
    case 'litecoin':
      return /^(?:bc|ltc)1/i.test(address) ? chain : null;
    default:
      return null;
  }
}
