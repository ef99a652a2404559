import { type Door, type GateSheet, type GateSource, gateName } from '../../helpcenter/index.ts';
import { type Dated, ExchangeRefusal } from '../connector/answer.ts';
import type { Asset } from '../connector/asset.ts';
import type { ExchangeConnector } from '../connector/connector.ts';

const doors: readonly Door[] = ['deposits', 'withdrawals'];

/** Which networks are open, by what the exchange says of each asset; what is under review says nothing, nor does an answer that is old. */
export function gatesOfAssets({ value: assets, asOf, stale }: Dated<readonly Asset[]>): GateSheet {
  if (stale) return new Map();
  return new Map(
    assets.flatMap(({ code, networks }) =>
      networks.flatMap((network) =>
        doors.flatMap((door) => {
          const { state } = network[door];
          if (state === 'under_review') return [];
          const fact = { kind: 'gate' as const, open: state === 'open' };
          return [[gateName(door, code, network.name), { fact, asOf }] as const];
        }),
      ),
    ),
  );
}

/** The gates of the connected exchange; none while there is none, or it does not answer. */
export function liveGates(connector: Pick<ExchangeConnector, 'market'>): GateSource {
  return async () => {
    try {
      return gatesOfAssets(await connector.market.assets());
    } catch (error) {
      if (error instanceof ExchangeRefusal) return new Map();
      throw error;
    }
  };
}
