import { z } from 'zod';
import type { Candle, MarketStatus, Pair, PairName, SystemStatus, Ticker } from '../connector/market.ts';
import { decimal, perhapsDecimal, perhapsMoment, perhapsText, wordOf } from './shapes.ts';

const symbolLine = z.object({
  symbol: z.string(),
  'base-currency': z.string(),
  'quote-currency': z.string(),
  state: z.unknown().optional(),
  'min-order-value': perhapsDecimal,
});

/** Pairs by the exchange's symbol. */
export type Pairs = ReadonlyMap<string, Pair>;

/** `/v1/common/symbols`; lines that cannot be read are left out. */
export function readPairs(data: unknown): Pairs {
  const lines = z.array(z.unknown()).parse(data);
  return new Map(
    lines.flatMap((line) => {
      const { data: read } = symbolLine.safeParse(line);
      if (!read) return [];
      const pair: Pair = {
        base: read['base-currency'].toUpperCase(),
        quote: read['quote-currency'].toUpperCase(),
        state: stateOf(read.state),
        leastOrder: read['min-order-value'],
      };
      return [[read.symbol, pair] as const];
    }),
  );
}

function stateOf(given: unknown): Pair['state'] {
  if (given === 'online' || given === 'offline') return given;
  if (given === 'suspend') return 'suspended';
  return given === 'pre-online' ? 'pre_online' : 'under_review';
}

export const symbolOf = ({ base, quote }: PairName): string => `${base}${quote}`.toLowerCase();

const quotes = ['USDT', 'USDC', 'USDD', 'HUSD', 'BTC', 'ETH', 'TRX', 'HTX', 'HT'];

/** The pair of a symbol; of one that is no longer listed by what pairs are usually priced in. */
export function pairOf(symbol: string, pairs: Pairs): PairName {
  const known = pairs.get(symbol.toLowerCase());
  if (known) return { base: known.base, quote: known.quote };
  const capitals = symbol.toUpperCase();
  const quote = quotes.find((it) => capitals.endsWith(it) && capitals.length > it.length) ?? '';
  return { base: capitals.slice(0, capitals.length - quote.length), quote };
}

/** Prices: a number in `/market/tickers`, price and size in `/market/detail/merged`. */
const best = z
  .union([
    decimal,
    z
      .array(z.string())
      .transform(([price = '']) => price)
      .pipe(decimal),
  ])
  .nullish()
  .catch(null)
  .transform((it) => it ?? null);

const day = { open: decimal, close: decimal, high: decimal, low: decimal, amount: decimal, vol: decimal };
const ticker = z.object({ ...day, bid: best, ask: best });
const tickerLine = ticker.extend({ symbol: z.string() });

/** The tick of `/market/detail/merged`. */
export function readTicker(tick: unknown, pair: PairName): Ticker {
  const { open, close, high, low, amount, vol, bid, ask } = ticker.parse(tick);
  return { pair, last: close, open, high, low, amount, turnover: vol, bid, ask };
}

/** `/market/tickers`, of the pairs that are known; lines that cannot be read are left out. */
export function readTickers(data: unknown, pairs: Pairs): Ticker[] {
  return z
    .array(z.unknown())
    .parse(data)
    .flatMap((line) => {
      const { data: read } = tickerLine.safeParse(line);
      return read && pairs.has(read.symbol) ? [readTicker(line, pairOf(read.symbol, pairs))] : [];
    });
}

const candle = z.object({ id: z.string(), ...day });

/** `/market/history/kline`; `id` is the start in seconds. */
export function readCandles(data: unknown): Candle[] {
  return z
    .array(candle)
    .parse(data)
    .map(({ id, vol, ...rest }) => ({ start: new Date(Number(id) * 1000), ...rest, turnover: vol }));
}

const marketStatus = z.object({
  marketStatus: z.unknown().optional(),
  haltStartTime: perhapsMoment,
  haltEndTime: perhapsMoment,
  haltReason: z.unknown().optional(),
  affectedSymbols: perhapsText,
});

/** `/v2/market-status`: 1 normal, 2 halted, 3 cancel only; reasons 2 emergency, 3 scheduled. */
export function readMarketStatus(data: unknown): MarketStatus {
  const read = marketStatus.parse(data);
  const states = { '1': 'normal', '2': 'halted', '3': 'cancel_only' } as const;
  const reasons = { '2': 'emergency', '3': 'maintenance' } as const;
  const symbols = read.affectedSymbols;
  return {
    state: states[String(read.marketStatus) as keyof typeof states] ?? 'under_review',
    reason: reasons[String(read.haltReason) as keyof typeof reasons] ?? null,
    since: read.haltStartTime,
    until: read.haltEndTime,
    symbols: symbols === null || symbols === 'all' ? null : symbols.split(',').map((it) => it.trim()),
  };
}

const isoMoment = z
  .string()
  .nullish()
  .transform((text) => {
    const at = new Date(text ?? '');
    return Number.isNaN(at.getTime()) ? null : at;
  });
const incident = z.object({
  name: z.string(),
  status: z.string().catch('under_review'),
  started_at: isoMoment,
  created_at: isoMoment,
  resolved_at: isoMoment,
  scheduled_for: isoMoment,
  scheduled_until: isoMoment,
  incident_updates: z.array(z.object({ body: perhapsText })).nullish(),
});
const summary = z.object({
  status: z.object({ indicator: wordOf(['none', 'minor', 'major', 'critical', 'maintenance']) }),
  components: z.array(z.object({ name: z.string(), status: z.string().catch('under_review') })).nullish(),
  incidents: z.array(incident).nullish(),
  scheduled_maintenances: z.array(incident).nullish(),
});

/** The summary of a Statuspage (`/api/v2/summary.json`). */
export function readSystemStatus(body: unknown): SystemStatus {
  const read = summary.parse(body);
  const present =
    (kind: 'incident' | 'maintenance') =>
    (it: z.output<typeof incident>): SystemStatus['incidents'][number] => ({
      kind,
      name: it.name,
      state: it.status,
      from: it.scheduled_for ?? it.started_at ?? it.created_at,
      until: it.scheduled_until ?? it.resolved_at,
      latest: it.incident_updates?.[0]?.body ?? null,
    });
  return {
    level: read.status.indicator,
    components: (read.components ?? []).map((it) => ({ name: it.name, state: it.status })),
    incidents: [
      ...(read.incidents ?? []).map(present('incident')),
      ...(read.scheduled_maintenances ?? []).map(present('maintenance')),
    ],
  };
}
