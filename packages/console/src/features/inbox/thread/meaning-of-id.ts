import { type Chain, recogniseAddress, recogniseTxid } from '@fairlead/chains';

/** What a long id in a message is. */
export type IdMeaning =
  | { is: 'address'; chains: readonly Chain[] }
  /** It would be an address of these chains if a character were not wrong. */
  | { is: 'mistyped'; chains: readonly Chain[] }
  | { is: 'txid'; chains: readonly Chain[] };

/** Tells addresses and transaction ids apart, by form and checksum; null for what is neither. */
export function meaningOfId(text: string): IdMeaning | null {
  const transaction = recogniseTxid(text);
  if (transaction.length > 0) return { is: 'txid', chains: transaction };
  const address = recogniseAddress(text);
  if (!address) return null;
  return { is: address.problem ? 'mistyped' : 'address', chains: address.chains };
}

/** What chains call themselves, in every language. */
const names: Record<Chain, string> = {
  bitcoin: 'Bitcoin',
  litecoin: 'Litecoin',
  dogecoin: 'Dogecoin',
  evm: 'EVM',
  tron: 'TRON',
  solana: 'Solana',
  xrp: 'XRP',
  ton: 'TON',
};

/** The chains in a few words; empty when there are too many to say. */
export const chainNames = (chains: readonly Chain[]): string =>
  chains.length > 2 ? '' : chains.map((chain) => names[chain]).join(' / ');
