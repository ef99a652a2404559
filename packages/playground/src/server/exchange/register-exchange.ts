import type { FastifyInstance, FastifyRequest } from 'fastify';
import { createChainDesk, registerChainDesk } from './chain-desk.ts';
import { answerV2, marketAnswer, type Refusal, refuse, refuseV2 } from './envelopes.ts';
import { type Faults, registerFaults } from './gateway/faults.ts';
import { registerGateway } from './gateway/register-gateway.ts';
import type { GatewayKeys } from './gateway/verify-signature.ts';
import { isPeriod, latestKlines } from './klines.ts';
import {
  presentCandle,
  presentDepth,
  presentMerged,
  presentSymbol,
  presentTickers,
  presentTrades,
} from './market-answers.ts';
import { findPair, type Pair, pairs } from './pairs.ts';
import { statusSummary } from './status-summary.ts';
import { suspensionTexts } from './suspensions.ts';

type Query = Readonly<Record<string, string | undefined>>;

/** Nothing is wrong. */
const noFaults: Faults = { mode: 'none', aheadMilliseconds: 0 };

/**
 * Serves the REST API of the exchange: the paths, envelopes and errors of the real one over a market and accounts that are a function of the
 * time, so two nodes that share a clock agree; what is changed at its desk is known to one alone. Facts of customers are there for whoever has the keys, and without keys not at all.
 */
export function registerExchange(
  app: FastifyInstance,
  clock: () => Date,
  { keys = null, faults = noFaults }: { keys?: GatewayKeys | null; faults?: Faults } = {},
): void {
  const now = () => new Date(clock().getTime() + faults.aheadMilliseconds);
  registerFaults(app, faults);
  const desk = createChainDesk();
  registerChainDesk(app, desk);
  if (keys) app.register(async (gateway) => registerGateway(gateway, { keys, now, faults }));
  const milliseconds = () => now().getTime();
  const moment = () => Math.floor(milliseconds() / 1000);

  /** An endpoint about one pair; unknown symbols are refused before `answer` is asked. */
  const perPair = (path: string, answer: (pair: Pair, query: Query) => object | Refusal) => {
    app.get(path, (request, reply) => {
      const query = queryOf(request);
      const pair = findPair(query['symbol'] ?? '');
      return reply.send(
        pair ? answer(pair, query) : refuse(milliseconds(), 'invalid-parameter', 'invalid symbol'),
      );
    });
  };

  perPair('/market/history/kline', (pair, query) => {
    const period = query['period'] ?? '';
    if (!isPeriod(period)) return refuse(milliseconds(), 'invalid-parameter', 'invalid period');
    const size = wholeNumber(query['size'], 150, 2000);
    if (!size) return refuse(milliseconds(), 'invalid-parameter', 'invalid size, valid range: [1,2000]');
    const data = latestKlines(pair, period, size, moment()).map((candle) => presentCandle(pair, candle));
    return marketAnswer(milliseconds(), `${pair.symbol}.kline.${period}`, { data });
  });

  perPair('/market/depth', (pair, query) => {
    const type = query['type'] ?? 'step0';
    const [, step] = /^step([0-5])$/.exec(type) ?? [];
    if (!step) return refuse(milliseconds(), 'invalid-parameter', 'invalid type');
    const levels = wholeNumber(query['depth'], step === '0' ? 150 : 20, 150);
    if (!levels) return refuse(milliseconds(), 'invalid-parameter', 'invalid depth');
    const tick = presentDepth(pair, Number(step), levels, moment());
    return marketAnswer(milliseconds(), `${pair.symbol}.depth.${type}`, { tick });
  });

  perPair('/market/detail/merged', (pair) =>
    marketAnswer(milliseconds(), `${pair.symbol}.detail.merged`, { tick: presentMerged(pair, moment()) }),
  );

  perPair('/market/trade', (pair) => {
    const [newest] = presentTrades(pair, 1, moment());
    return marketAnswer(milliseconds(), `${pair.symbol}.trade.detail`, { tick: newest });
  });

  perPair('/market/history/trade', (pair, query) => {
    const size = wholeNumber(query['size'], 1, 2000);
    if (!size) return refuse(milliseconds(), 'invalid-parameter', 'invalid size, valid range: [1,2000]');
    return marketAnswer(milliseconds(), `${pair.symbol}.trade.detail`, {
      data: presentTrades(pair, size, moment()),
    });
  });

  app.get('/market/tickers', async () => ({
    status: 'ok',
    ts: milliseconds(),
    data: presentTickers(moment()),
  }));
  app.get('/v1/common/symbols', async () => ({ status: 'ok', data: pairs.map(presentSymbol) }));
  app.get('/v1/common/timestamp', async () => ({ status: 'ok', data: milliseconds() }));
  app.get('/v1/settings/common/chains', async () => ({ status: 'ok', data: suspensionTexts(desk.now()) }));
  app.get('/status/api/v2/summary.json', async () => statusSummary(moment()));
  app.get('/v2/market-status', async () => answerV2({ marketStatus: 1 }));
  app.get('/v2/reference/currencies', (request, reply) => {
    const { currency } = queryOf(request);
    if (currency === undefined) return reply.send(answerV2(desk.now()));
    const found = desk.now().filter((entry) => entry.currency === currency);
    return reply.send(
      found.length > 0 ? answerV2(found) : refuseV2(2002, 'invalid field value in `currency`'),
    );
  });
}

/** A parameter given twice counts as its first value. */
function queryOf(request: FastifyRequest): Query {
  const raw = request.query as Record<string, string | string[] | undefined>;
  return Object.fromEntries(
    Object.entries(raw).map(([key, value]) => [key, Array.isArray(value) ? value[0] : value]),
  );
}

/** A whole number from 1 to `most`; the default if absent, undefined if wrong. */
function wholeNumber(text: string | undefined, absent: number, most: number): number | undefined {
  if (text === undefined) return absent;
  const value = /^\d{1,6}$/.test(text) ? Number(text) : 0;
  return value >= 1 && value <= most ? value : undefined;
}
