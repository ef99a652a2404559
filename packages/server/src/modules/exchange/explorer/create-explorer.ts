import { recogniseTxid } from '@fairlead/chains';
import { networks } from '@fairlead/contract';
import type { Clock } from '../../../platform/clock.ts';
import type { ExplorerAddress, ExplorerKeys } from '../../../platform/config/read-explorers.ts';
import { createKeptAnswers } from '../../../platform/service/kept-answers.ts';
import { ServiceSilence } from '../../../platform/service/service.ts';
import { ExchangeRefusal } from '../connector/answer.ts';
import { type ExplorerPatience, openExplorer } from './ask-explorer.ts';
import { createBlockscout } from './blockscout.ts';
import type { ChainAnswer, ChainExplorer, ExplorerAdapter } from './chain-explorer.ts';
import { createEsplora } from './esplora.ts';
import { createEtherscan, etherscanRest } from './etherscan.ts';
import { createXrpl } from './xrpl.ts';

/** A block takes longer. What an explorer said is given again while it is silent, and said to be old. */
const keeping = { fresh: 10_000, whileAsking: 20_000, whenSilent: 10 * 60_000 };
const mostKept = 500;

const adapters = {
  esplora: createEsplora,
  blockscout: createBlockscout,
  etherscan: createEtherscan,
  xrpl: createXrpl,
} as const;

interface Options {
  readonly clock: Clock;
  readonly addresses: readonly ExplorerAddress[];
  readonly keys?: ExplorerKeys;
  readonly patience?: Partial<ExplorerPatience>;
}

/** The explorers that the settings name, as one witness. Nothing is asked before somebody asks. */
export function createExplorer({ clock, addresses, keys = new Map(), patience }: Options): ChainExplorer {
  const kept = createKeptAnswers(clock, mostKept);
  const explorers = addresses.map(({ chain, api, url }) => {
    const rests = api === 'etherscan' ? etherscanRest : undefined;
    const door = openExplorer(`the explorer of ${chain}`, clock, patience, rests);
    const key = keys.get(chain) ?? keys.get('every') ?? null;
    const adapter: ExplorerAdapter = adapters[api](chain, url, door, key);
    return { chain, adapter, source: new URL(url).host };
  });

  async function ask(
    { chain, adapter, source }: (typeof explorers)[number],
    txid: string,
  ): Promise<ChainAnswer> {
    try {
      const { value, asOf, stale } = await kept.get(`${chain} ${txid}`, keeping, () =>
        adapter.transaction(txid),
      );
      return { chain, source, state: value ? 'found' : 'not_found', found: value, asOf, stale };
    } catch (error) {
      if (!(error instanceof ServiceSilence)) throw error;
      return { chain, source, state: 'silent', found: null, asOf: clock.now(), stale: false };
    }
  }

  return {
    async find(given) {
      const txid = given.trim();
      const forms = recogniseTxid(txid);
      const fitting = explorers.filter(({ chain }) => forms.includes(networks[chain].chain));
      if (fitting.length === 0) throw new ExchangeRefusal('not_connected', 'no explorer knows such a TXID');
      const answers = await Promise.all(fitting.map((it) => ask(it, txid)));
      const said = answers.filter((it) => it.state !== 'silent');
      const [oldest] = said.map((it) => it.asOf).sort((a, b) => a.getTime() - b.getTime());
      if (!oldest) throw new ExchangeRefusal('unavailable', 'no explorer answered');
      return { value: { answers }, asOf: oldest, stale: said.some((it) => it.stale) };
    },
  };
}
