import { type Network, networks } from '@fairlead/contract';

/** A chain that can have an explorer. */
export type ExplorerChain = Exclude<Network, 'other'>;

/** An explorer as the settings name it. */
export interface ExplorerAddress {
  readonly chain: ExplorerChain;
  readonly api: 'esplora' | 'blockscout';
  /** Without a slash at its end. */
  readonly url: string;
}

const speaks: Readonly<Record<ExplorerAddress['api'], readonly string[]>> = {
  esplora: ['bitcoin', 'litecoin', 'dogecoin'],
  blockscout: ['ethereum', 'bsc', 'arbitrum', 'polygon'],
};
const isChain = (name: string): name is ExplorerChain => name in networks && name !== 'other';

/** Explorers of a setting: `bitcoin:esplora:https://blockstream.info/api`, with commas or spaces between. Null where it cannot be understood. */
export function readExplorers(setting: string): ExplorerAddress[] | null {
  const read: ExplorerAddress[] = [];
  for (const entry of setting.split(/[\s,]+/).filter(Boolean)) {
    const [, chain = '', api = '', url = ''] = /^([a-z]+):([a-z]+):(https?:\/\/.+)$/.exec(entry) ?? [];
    if (api !== 'esplora' && api !== 'blockscout') return null;
    if (!isChain(chain) || !speaks[api].includes(chain) || read.some((it) => it.chain === chain)) return null;
    const parsed = URL.parse(url);
    if (!parsed || parsed.username || parsed.password || parsed.search || parsed.hash) return null;
    read.push({ chain, api, url: url.replace(/\/+$/, '') });
  }
  return read;
}
