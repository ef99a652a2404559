import { type Network, networks } from '@fairlead/contract';

/** A chain that can have an explorer. */
export type ExplorerChain = Exclude<Network, 'other'>;

/** An explorer as the settings name it. */
export interface ExplorerAddress {
  readonly chain: ExplorerChain;
  readonly api: 'esplora' | 'blockscout' | 'etherscan' | 'xrpl';
  /** Without a slash at its end. */
  readonly url: string;
}

const speaks: Readonly<Record<ExplorerAddress['api'], readonly string[]>> = {
  esplora: ['bitcoin', 'litecoin', 'dogecoin'],
  blockscout: ['ethereum', 'bsc', 'arbitrum', 'polygon'],
  etherscan: ['ethereum', 'bsc', 'arbitrum', 'polygon'],
  xrpl: ['xrp'],
};
const isApi = (name: string): name is ExplorerAddress['api'] => Object.hasOwn(speaks, name);
const isChain = (name: string): name is ExplorerChain => name in networks && name !== 'other';

/** Explorers of a setting: `bitcoin:esplora:https://blockstream.info/api`, with commas or spaces between. Null where it cannot be understood. */
export function readExplorers(setting: string): ExplorerAddress[] | null {
  const read: ExplorerAddress[] = [];
  for (const entry of setting.split(/[\s,]+/).filter(Boolean)) {
    const [, chain = '', api = '', url = ''] = /^([a-z]+):([a-z]+):(https?:\/\/.+)$/.exec(entry) ?? [];
    if (!isApi(api)) return null;
    if (!isChain(chain) || !speaks[api].includes(chain) || read.some((it) => it.chain === chain)) return null;
    const parsed = URL.parse(url);
    if (!parsed || parsed.username || parsed.password || parsed.search || parsed.hash) return null;
    read.push({ chain, api, url: url.replace(/\/+$/, '') });
  }
  return read;
}

/** Keys by chain; that of `every` is for those without one of their own. */
export type ExplorerKeys = ReadonlyMap<ExplorerChain | 'every', string>;

/** Keys of a setting: one for all, or `ethereum:KEY` with commas or spaces between. Null where it cannot be understood. */
export function readExplorerKeys(setting: string): ExplorerKeys | null {
  const read = new Map<ExplorerChain | 'every', string>();
  for (const entry of setting.split(/[\s,]+/).filter(Boolean)) {
    const [, chain = 'every', key = ''] = /^(?:([a-z]+):)?([\w-]{8,100})$/.exec(entry) ?? [];
    if (key === '' || (chain !== 'every' && !isChain(chain)) || read.has(chain)) return null;
    read.set(chain, key);
  }
  return read;
}
