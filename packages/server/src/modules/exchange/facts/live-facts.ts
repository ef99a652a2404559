import type { Log } from '../../../platform/log/log.ts';
import type { FactSheet, FactSource } from '../../helpcenter/index.ts';
import { ExchangeRefusal } from '../connector/answer.ts';
import type { ExchangeConnector } from '../connector/connector.ts';
import { factsOfAssets } from './facts-of-assets.ts';

/** Pages wait no longer than this for figures. */
const longestWait = 1_000;

/**
 * Figures of the connected exchange, each with its moment; where it has none, and while it does not answer, those of `recorded` with theirs.
 * Answers within a second: with the last ones where the exchange is slower.
 */
export function liveFacts(connector: ExchangeConnector, log: Log, recorded: FactSource): FactSource {
  let last: FactSheet = new Map();
  async function ask(): Promise<void> {
    try {
      last = factsOfAssets(await connector.market.assets());
    } catch (error) {
      if (!(error instanceof ExchangeRefusal)) throw error;
      if (error.reason !== 'not_connected') log.warn({ err: error }, 'no new figures for articles');
    }
  }
  return async () => {
    await Promise.race([ask(), new Promise((resolve) => setTimeout(resolve, longestWait).unref())]);
    return new Map([...(await recorded()), ...last]);
  };
}
