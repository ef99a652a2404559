import type { Clock } from '../../../platform/clock.ts';
import type { Log } from '../../../platform/log/log.ts';
import { createKeptAnswers, type Keeping } from '../../../platform/service/kept-answers.ts';
import { type Dated, ExchangeRefusal } from '../connector/answer.ts';
import type { Asset } from '../connector/asset.ts';
import type { MarketFacts } from '../connector/connector.ts';
import type { PairName } from '../connector/market.ts';
import { openDoor, type Patience, refusalOf } from './ask-htx.ts';
import { openEnvelope } from './envelope.ts';
import { readAssets, readSuspensions, type SuspensionTexts } from './read-assets.ts';
import { readJson } from './read-json.ts';
import {
  type Pairs,
  readCandles,
  readMarketStatus,
  readPairs,
  readSystemStatus,
  readTicker,
  readTickers,
  symbolOf,
} from './read-market.ts';
import { writeQuery } from './sign-request.ts';

interface MarketOptions {
  readonly clock: Clock;
  readonly log: Log;
  /** Such as `https://api.huobi.pro`. */
  readonly url: string;
  /** The summary of the exchange's status page; without one nothing is known of incidents. */
  readonly statusUrl?: string | undefined;
  readonly patience?: Partial<Patience>;
}

const minutes = 60_000;
const keeping = {
  prices: { fresh: 2_000, whileAsking: 6_000, whenSilent: 10 * minutes },
  status: { fresh: 15_000, whileAsking: 30_000, whenSilent: 30 * minutes },
  reference: { fresh: minutes, whileAsking: 5 * minutes, whenSilent: 24 * 60 * minutes },
} satisfies Record<string, Keeping>;

/** Ten a second are allowed to an address, in whichever second they are counted. */
const allowance = { burst: 4, perSecond: 6 };
const pageAllowance = { burst: 1, perSecond: 1 };
const mostKept = 500;

/** What everybody may know, by the public REST API. Answers are kept for as long as they hold. */
export function createMarketFacts(options: MarketOptions): MarketFacts {
  const { clock, log, statusUrl } = options;
  const kept = createKeptAnswers(clock, mostKept);
  const door = openDoor('the exchange', clock, allowance, options.patience);
  const statusDoor = openDoor('the status page', clock, pageAllowance, options.patience);
  const base = options.url.replace(/\/$/, '');

  const ask = async <T>(path: string, parameters: Record<string, string>, read: (data: unknown) => T) => {
    const query = writeQuery(parameters);
    try {
      return await door.ask(
        () => ({ url: `${base}${path}${query && '?'}${query}` }),
        (answer) => read(openEnvelope(answer)),
      );
    } catch (error) {
      throw refusalOf(error);
    }
  };

  const pairs = (): Promise<Dated<Pairs>> =>
    kept.get('pairs', keeping.reference, () => ask('/v1/common/symbols', {}, readPairs));

  async function suspensions(): Promise<SuspensionTexts> {
    try {
      return await ask('/v1/settings/common/chains', {}, readSuspensions);
    } catch (error) {
      // What is open and what is not is known without the texts.
      log.info({ err: error }, 'no reasons for suspended networks');
      return new Map();
    }
  }

  const assets = (): Promise<Dated<readonly Asset[]>> =>
    kept.get('assets', keeping.reference, async () => {
      const texts = await suspensions();
      return ask('/v2/reference/currencies', {}, (data) => readAssets(data, texts));
    });

  /** A symbol that the exchange knows. */
  async function traded(pair: PairName): Promise<string> {
    const symbol = symbolOf(pair);
    if (!(await pairs()).value.has(symbol)) throw new ExchangeRefusal('not_found', 'no such pair');
    return symbol;
  }

  return {
    async pairs() {
      const { value, ...rest } = await pairs();
      return { value: [...value.values()], ...rest };
    },
    async ticker(pair) {
      const symbol = await traded(pair);
      return kept.get(`ticker ${symbol}`, keeping.prices, () =>
        ask('/market/detail/merged', { symbol }, (tick) => readTicker(tick, pair)),
      );
    },
    async tickers() {
      const { value: known } = await pairs();
      return kept.get('tickers', keeping.prices, () =>
        ask('/market/tickers', {}, (data) => readTickers(data, known)),
      );
    },
    async candles(pair, period, size) {
      const symbol = await traded(pair);
      return kept.get(`candles ${symbol} ${period} ${size}`, keeping.prices, () =>
        ask('/market/history/kline', { symbol, period, size: String(size) }, readCandles),
      );
    },
    status: () => kept.get('status', keeping.status, () => ask('/v2/market-status', {}, readMarketStatus)),
    async system() {
      if (!statusUrl) throw new ExchangeRefusal('not_connected', 'no status page is configured');
      return kept.get('system', keeping.status, async () => {
        try {
          return await statusDoor.ask(
            () => ({ url: statusUrl }),
            (answer) => readSystemStatus(readJson(answer.text)),
          );
        } catch (error) {
          throw refusalOf(error);
        }
      });
    },
    assets,
    async asset(code) {
      const { value, ...rest } = await assets();
      const found = value.find((it) => it.code === code.toUpperCase());
      if (!found) throw new ExchangeRefusal('not_found', 'no such asset');
      return { value: found, ...rest };
    },
  };
}
