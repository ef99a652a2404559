import type { Chain } from '@fairlead/chains';
import type { Network } from '@fairlead/contract';
import type { Asset, AssetNetwork } from '../connector/asset.ts';

const bare = (name: string) => name.toUpperCase().replace(/[^A-Z0-9]/g, '');

/** How customers call the chains below networks, besides their names. */
const called: Readonly<Record<string, readonly string[]>> = {
  TRX: ['TRON', 'TRC20'],
  ETH: ['ETHEREUM', 'ERC20'],
  BTC: ['BITCOIN'],
  LTC: ['LITECOIN'],
  DOGE: ['DOGECOIN'],
  SOL: ['SOLANA', 'SPL'],
  XRP: ['RIPPLE', 'XRPL', 'XRPLEDGER'],
  TON: ['TONCOIN', 'THEOPENNETWORK', 'JETTON'],
  BSC: ['BEP20', 'BNBSMARTCHAIN', 'BNB', 'BINANCESMARTCHAIN'],
  AVAX: ['AVALANCHE', 'AVAXCCHAIN', 'CCHAIN'],
  ARB: ['ARBITRUM', 'ARBITRUMONE'],
  MATIC: ['POLYGON', 'POL'],
};
const baseOf = ({ baseChain, name }: AssetNetwork) => bare(baseChain ?? name);

/** The network of an asset that the exchange itself names so. */
export const networkOf = (assets: readonly Asset[], code: string, id: string): AssetNetwork | null =>
  assets.find((it) => it.code === code)?.networks.find((it) => it.id === id) ?? null;

/** As customers read it; by its id where the exchange does not list it. */
export const nameOfNetwork = (assets: readonly Asset[], code: string, id: string): string =>
  networkOf(assets, code, id)?.name ?? id.toUpperCase();

/** The network of an asset that a customer means, by the exchange's name, its protocol or how its chain is called. */
export function networkCalled(asset: Asset, said: string): AssetNetwork | null {
  const wish = bare(said);
  const by = (names: (it: AssetNetwork) => ReadonlyArray<string | null>) =>
    asset.networks.find((it) => names(it).some((name) => name !== null && bare(name) === wish));
  return (
    by((it) => [it.id, it.name]) ??
    by((it) => [it.protocol, it.baseChain]) ??
    by((it) => called[baseOf(it)] ?? []) ??
    null
  );
}

const forms: Readonly<Record<string, Network>> = {
  BTC: 'bitcoin',
  LTC: 'litecoin',
  DOGE: 'dogecoin',
  ETH: 'ethereum',
  BSC: 'bsc',
  BNB: 'bsc',
  ARB: 'arbitrum',
  MATIC: 'polygon',
  POL: 'polygon',
  TRX: 'tron',
  SOL: 'solana',
  XRP: 'xrp',
  TON: 'ton',
};

/** The network as the forms of tickets have it; `other` is one that they do not know. */
export const networkOfForms = (network: AssetNetwork): Network => forms[baseOf(network)] ?? 'other';

const evm = new Set(['ETH', 'BSC', 'BNB', 'ARB', 'MATIC', 'POL', 'AVAX', 'OP', 'BASE', 'HECO']);
const chainOfForms: Partial<Record<Network, Chain>> = {
  bitcoin: 'bitcoin',
  litecoin: 'litecoin',
  dogecoin: 'dogecoin',
  tron: 'tron',
  solana: 'solana',
  xrp: 'xrp',
  ton: 'ton',
};

/** The chain whose forms addresses and transaction ids of a network have; null where we do not know. */
export const chainOf = (network: AssetNetwork): Chain | null =>
  evm.has(baseOf(network)) ? 'evm' : (chainOfForms[networkOfForms(network)] ?? null);
