import { type FastifyInstance, fastify } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pairs } from './pairs.ts';
import { registerExchange } from './register-exchange.ts';

let app: FastifyInstance;
let clock = new Date('2026-11-24T06:31:47.250Z');

beforeAll(async () => {
  app = fastify();
  registerExchange(app, () => clock);
  await app.ready();
});
afterAll(() => app.close());

const get = async (url: string) => (await app.inject(url)).json();
const number = expect.any(Number);
const candle = {
  id: number,
  open: number,
  close: number,
  low: number,
  high: number,
  amount: number,
  vol: number,
  count: number,
};

describe('market data', () => {
  test('kline: newest first, in the documented shape', async () => {
    const answer = await get('/market/history/kline?symbol=btcusdt&period=5min&size=30');
    expect(answer).toEqual({
      ch: 'market.btcusdt.kline.5min',
      status: 'ok',
      ts: clock.getTime(),
      data: Array.from({ length: 30 }, () => candle),
    });
    const ids = answer.data.map(({ id }: { id: number }) => id);
    expect(ids).toEqual(ids.map((_: number, index: number) => 1795501800 - index * 300));
  });

  test('tickers: every pair, with the day that the klines tell', async () => {
    const { status, data } = await get('/market/tickers');
    expect(status).toBe('ok');
    expect(data.map(({ symbol }: { symbol: string }) => symbol)).toEqual(pairs.map(({ symbol }) => symbol));
    for (const ticker of data) {
      const { id: _, ...shape } = candle;
      expect(ticker).toEqual({
        symbol: ticker.symbol,
        ...shape,
        bid: number,
        bidSize: number,
        ask: number,
        askSize: number,
      });
      const klines = await get(`/market/history/kline?symbol=${ticker.symbol}&period=1min&size=1441`);
      expect(ticker.close).toBe(klines.data[0].close);
      // The rolling day begins within the oldest minute; all later ones lie in it.
      const inside = klines.data.slice(0, 1440);
      expect(ticker.high).toBeGreaterThanOrEqual(
        Math.max(...inside.map(({ high }: { high: number }) => high)),
      );
      expect(ticker.low).toBeLessThanOrEqual(Math.min(...inside.map(({ low }: { low: number }) => low)));
      const amount = klines.data.reduce((sum: number, minute: { amount: number }) => sum + minute.amount, 0);
      expect(ticker.amount / amount).toBeCloseTo(1, 1);
      const merged = await get(`/market/detail/merged?symbol=${ticker.symbol}`);
      expect(merged.tick).toMatchObject({
        open: ticker.open,
        close: ticker.close,
        high: ticker.high,
        vol: ticker.vol,
      });
    }
  });

  test('merged: bid and ask as price and size', async () => {
    const answer = await get('/market/detail/merged?symbol=ethusdt');
    expect(answer.ch).toBe('market.ethusdt.detail.merged');
    expect(answer.tick).toEqual({ ...candle, version: number, bid: [number, number], ask: [number, number] });
  });

  test('depth: 150 lines at step0, 20 when merged, fewer on demand', async () => {
    const full = await get('/market/depth?symbol=btcusdt&type=step0');
    expect(full.ch).toBe('market.btcusdt.depth.step0');
    expect(full.tick).toEqual({
      version: number,
      ts: number,
      bids: expect.any(Array),
      asks: expect.any(Array),
    });
    expect([full.tick.bids.length, full.tick.asks.length]).toEqual([150, 150]);
    expect((await get('/market/depth?symbol=btcusdt&type=step1')).tick.asks).toHaveLength(20);
    expect((await get('/market/depth?symbol=btcusdt&type=step1&depth=5')).tick.bids).toHaveLength(5);
    const { data } = await get('/market/tickers');
    expect(full.tick.bids[0]).toEqual([data[0].bid, data[0].bidSize]);
    expect(full.tick.asks[0]).toEqual([data[0].ask, data[0].askSize]);
  });

  test('trades: the last one, and the latest ones', async () => {
    const trade = {
      id: number,
      ts: number,
      'trade-id': number,
      amount: number,
      price: number,
      direction: expect.stringMatching(/^(buy|sell)$/),
    };
    const last = await get('/market/trade?symbol=btcusdt');
    expect(last).toMatchObject({ ch: 'market.btcusdt.trade.detail', status: 'ok', tick: { data: [trade] } });
    const history = await get('/market/history/trade?symbol=btcusdt&size=25');
    expect(history.data).toHaveLength(25);
    expect(history.data[0]).toEqual(last.tick);
  });

  test('the same second answers the same; the next one moves on', async () => {
    const urls = ['/market/depth?symbol=solusdt&type=step0', '/market/history/trade?symbol=solusdt&size=9'];
    const before = await Promise.all(urls.map(get));
    expect(await Promise.all(urls.map(get))).toEqual(before);
    const past = clock;
    clock = new Date(past.getTime() + 1000);
    const after = await Promise.all(urls.map(get));
    clock = past;
    expect(after[0].tick.bids).not.toEqual(before[0].tick.bids);
    expect(after[1].data[0].id).toBeGreaterThan(before[1].data[0].id);
    expect(await Promise.all(urls.map(get))).toEqual(before);
  });
});

describe('reference data', () => {
  test('symbols, time, market status', async () => {
    const { status, data } = await get('/v1/common/symbols');
    expect(status).toBe('ok');
    expect(data[0]).toMatchObject({
      symbol: 'btcusdt',
      'base-currency': 'btc',
      'quote-currency': 'usdt',
      'price-precision': 2,
      'amount-precision': 6,
      state: 'online',
      'min-order-value': 10,
      'api-trading': 'enabled',
    });
    expect(await get('/v1/common/timestamp')).toEqual({ status: 'ok', data: clock.getTime() });
    expect(await get('/v2/market-status')).toEqual({
      code: 200,
      message: 'success',
      data: { marketStatus: 1 },
    });
  });

  test('currencies cover every pair; one may be asked alone', async () => {
    const all = await get('/v2/reference/currencies');
    const names = all.data.map(({ currency }: { currency: string }) => currency);
    expect(names).toEqual(expect.arrayContaining(['usdt', ...pairs.map(({ base }) => base)]));
    const one = await get('/v2/reference/currencies?currency=usdt');
    expect(one).toMatchObject({ code: 200, data: [{ currency: 'usdt', instStatus: 'normal' }] });
    expect(one.data[0].chains[0]).toMatchObject({
      chain: 'trc20usdt',
      baseChain: 'TRX',
      baseChainProtocol: 'TRC20',
      depositStatus: 'allowed',
      withdrawFeeType: 'fixed',
      transactFeeWithdraw: '1',
    });
    expect(await get('/v2/reference/currencies?currency=nothing')).toMatchObject({ code: 2002, data: null });
  });
});

describe('the desk', () => {
  const usdt = async () => (await get('/v2/reference/currencies?currency=usdt')).data[0].chains[0];
  const put = (chain: string, payload: object) =>
    app.inject({ method: 'PUT', url: `/desk/chains/${chain}`, payload });

  test('what is changed there, the exchange tells from then on, until all is put back', async () => {
    expect((await get('/desk/chains')).changed).toBe(false);
    expect((await put('trc20usdt', { fee: '2.5' })).json().changed).toBe(true);
    await put('trc20usdt', { deposits: false });
    expect(await usdt()).toMatchObject({ transactFeeWithdraw: '2.5', depositStatus: 'prohibited' });
    const { data } = await get('/v1/settings/common/chains');
    expect(data.find((it: { chain: string }) => it.chain === 'trc20usdt')).toMatchObject({
      de: false,
      we: true,
    });
    await app.inject({ method: 'DELETE', url: '/desk/chains' });
    expect(await usdt()).toMatchObject({ transactFeeWithdraw: '1', depositStatus: 'allowed' });
  });

  test.each([{ fee: '1,5' }, { fee: -1 }, { fee: '' }, { deposits: 'no' }])('refuses %j', async (payload) => {
    expect((await put('trc20usdt', payload)).statusCode).toBe(400);
  });

  test('knows its networks', async () => {
    expect((await put('nochain', { fee: '1' })).statusCode).toBe(404);
  });
});

describe('refusals', () => {
  test.each([
    ['/market/history/kline?symbol=nousdt&period=1min', 'invalid symbol'],
    ['/market/history/kline?symbol=btcusdt&period=2min', 'invalid period'],
    ['/market/history/kline?symbol=btcusdt&period=1min&size=2001', 'invalid size, valid range: [1,2000]'],
    ['/market/depth?symbol=btcusdt&type=step6', 'invalid type'],
    ['/market/depth?type=step0', 'invalid symbol'],
    ['/market/detail/merged?symbol=BTCUSDT', 'invalid symbol'],
    ['/market/trade?symbol=', 'invalid symbol'],
  ])('%s', async (url, message) => {
    const answer = await app.inject(url);
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toEqual({
      status: 'error',
      ts: clock.getTime(),
      'err-code': 'invalid-parameter',
      'err-msg': message,
    });
  });
});
