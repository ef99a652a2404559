import { beforeEach, describe, expect, test } from 'vitest';
import { createLog } from '../../platform/log/log.ts';
import { steadyClock } from '../../testing/steady-clock.ts';
import { connectExchange } from './connect-exchange.ts';
import { compareDecimals } from './connector/decimal.ts';
import { withdrawalStates } from './connector/transfers.ts';
import { simulatorKeys, startSimulator, verified } from './exchange.testing.ts';

const clock = steadyClock();
const simulator = await startSimulator(() => clock.now());
const settings = {
  EXCHANGE_URL: simulator.url,
  EXCHANGE_STATUS_URL: `${simulator.url}/status/api/v2/summary.json`,
  EXCHANGE_BACK_OFFICE_URL: simulator.url,
  EXCHANGE_BACK_OFFICE_TOKEN: simulatorKeys.token,
  EXCHANGE_KEY: simulatorKeys.key,
  EXCHANGE_SECRET: simulatorKeys.secret,
};
const log = createLog('silent');

// The allowances of the exchange are whole again.
beforeEach(() => clock.pass(2_000));

/** A connector that has asked nothing yet. */
function connect(given: Partial<typeof settings> = {}) {
  return connectExchange({ clock, log }, { ...settings, ...given });
}

const linh = verified('40218831');
const pair = { base: 'BTC', quote: 'USDT' };
const decimal = expect.stringMatching(/^\d+(\.\d*[1-9])?$/);

describe('the market', () => {
  const { market } = connect();

  test('a ticker, with its moment', async () => {
    const { value, asOf, stale } = await market.ticker(pair);
    expect(value).toEqual({
      pair,
      last: decimal,
      open: decimal,
      high: decimal,
      low: decimal,
      amount: decimal,
      turnover: decimal,
      bid: decimal,
      ask: decimal,
    });
    expect([asOf, stale]).toEqual([clock.now(), false]);
  });

  test('all tickers are of pairs that there are, and candles are the newest first', async () => {
    const { value: pairs } = await market.pairs();
    const { value: tickers } = await market.tickers();
    expect(tickers.map((it) => it.pair)).toEqual(pairs.map(({ base, quote }) => ({ base, quote })));
    const { value: candles } = await market.candles(pair, '60min', 24);
    expect(candles).toHaveLength(24);
    const starts = candles.map(({ start }) => start.getTime());
    expect(starts).toEqual([...starts].sort((a, b) => b - a));
  });

  test('assets: networks, doors with the reason, minima, fees, confirmations', async () => {
    const { value: usdt } = await market.asset('usdt');
    expect(usdt).toMatchObject({ code: 'USDT', listing: 'listed' });
    expect(usdt.networks.find(({ id }) => id === 'trc20usdt')).toMatchObject({
      name: 'TRC20',
      baseChain: 'TRX',
      deposits: { state: 'open' },
      leastDeposit: '1',
      fee: { kind: 'fixed', amount: '1' },
      confirmations: { tradable: 20, withdrawable: 27 },
      needsMemo: false,
    });
    const { value: ada } = await market.asset('ADA');
    expect(ada.networks[0]?.deposits).toMatchObject({
      state: 'suspended',
      reason: expect.stringContaining('suspended'),
    });
  });

  test('market status and status page', async () => {
    expect((await market.status()).value.state).toBe('normal');
    expect((await market.system()).value).toMatchObject({
      level: 'none',
      incidents: [{ kind: 'maintenance', name: 'Upgrade of the Cardano wallet' }],
    });
  });

  test.each([
    ['pair', () => market.ticker({ base: 'NO', quote: 'USDT' })],
    ['asset', () => market.asset('nothing')],
  ])('there is no such %s', async (_, ask) => {
    await expect(ask()).rejects.toMatchObject({ name: 'ExchangeRefusal', reason: 'not_found' });
  });
});

describe('customers', () => {
  const { customers } = connect();

  test('deposits: one that waits for blocks, one within the exchange', async () => {
    const { value } = await customers.deposits(linh);
    expect(value.find(({ asset }) => asset === 'BTC')).toMatchObject({
      network: 'btc',
      amount: '0.0125',
      state: expect.stringMatching(/^(confirming|confirmed)$/),
      confirmations: expect.any(Number),
      txid: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(value.find(({ asset }) => asset === 'USDT')).toMatchObject({
      network: null,
      txid: null,
      state: 'safe',
    });
    expect((await customers.deposits(linh, 'usdt')).value.map(({ asset }) => asset)).toEqual(['USDT']);
  });

  test('withdrawals in every state, the unknown one under review', async () => {
    const { value } = await customers.withdrawals(verified('90000013'));
    expect(value.map(({ state }) => state).sort()).toEqual([...withdrawalStates, 'under_review'].sort());
  });

  test('what the wallets know of a transaction, and of one that nobody knows', async () => {
    const txid = '4f1a6c0d9b7e35a28c60f1d94e7b02a35c8d6e19f0b4a7c2d3e58f6071b9a4c6';
    expect((await customers.arrival(linh, txid)).value).toMatchObject({
      asset: 'XRP',
      amount: '850',
      memo: null,
      of: 'nobody',
      problem: 'memo_missing',
    });
    await expect(customers.arrival(verified('18826077'), txid)).rejects.toMatchObject({
      reason: 'not_found',
    });
  });

  test('addresses with memos, and quota', async () => {
    expect((await customers.addresses(linh, 'XRP')).value).toEqual([
      {
        asset: 'XRP',
        network: 'xrp',
        address: expect.stringMatching(/^r/),
        memo: expect.stringMatching(/^\d+$/),
      },
    ]);
    const { value: quota } = await customers.quota(verified('18826077'), 'btc');
    expect(quota).toEqual([{ network: 'btc', most: '180', perDay: '180', leftToday: '177' }]);
    await expect(customers.quota(linh, 'nothing')).rejects.toMatchObject({ reason: 'not_found' });
  });

  test('orders with their trades', async () => {
    const wang = verified('50112938');
    const { value: orders } = await customers.orders(wang);
    expect(orders).toMatchObject([
      {
        id: '884120937715',
        pair: { base: 'SOL', quote: 'USDT' },
        side: 'buy',
        kind: 'limit',
        filled: '6.4',
        state: 'partial-filled',
      },
    ]);
    const { value } = await customers.order(wang, '884120937715');
    expect(value.fills).toMatchObject([{ price: '168.5', amount: '6.4', feeAsset: 'SOL' }]);
    await expect(customers.order(linh, '884120937715')).rejects.toMatchObject({ reason: 'not_found' });
  });

  test('accounts, verification, standing, security changes, P2P', async () => {
    expect((await customers.accounts(verified('46602781'))).value).toMatchObject([{ state: 'locked' }]);
    expect((await customers.verification(verified('35190446'))).value).toMatchObject({
      state: 'rejected',
      level: 1,
      reasons: ['document_expired', 'name_differs'],
    });
    const { value: held } = await customers.standing(verified('18826077'));
    expect(held.restrictions).toMatchObject([{ kind: 'withdrawals', reason: 'security_change' }]);
    const { value: changes } = await customers.securityChanges(verified('18826077'));
    expect(changes).toMatchObject([
      { kind: 'password_changed', withdrawalsFrom: held.restrictions[0]?.until },
    ]);
    expect((await customers.peerOrders(verified('50112938'))).value).toMatchObject([
      { state: 'paid', asset: 'USDT', currency: 'MYR', releaseBy: expect.any(Date) },
    ]);
  });

  test('freezing holds, and once is enough', async () => {
    const amelia = verified('27745510');
    const freeze = { reason: 'stolen_account', key: 'k1', requestedBy: 'a1', approvedBy: null } as const;
    const { value: first } = await customers.freeze(amelia, freeze);
    clock.pass(60_000);
    expect((await customers.freeze(amelia, freeze)).value).toEqual(first);
    expect((await customers.standing(amelia)).value.frozenAt).toEqual(first.frozenAt);
  });
});

describe('who holds an asset', () => {
  /** Everybody, page by page. */
  async function everybody(atLeast: string): Promise<string[]> {
    const { holders } = connect();
    const found: string[] = [];
    for (let after: string | null = null; ; ) {
      const { value } = await holders.page('xrp', atLeast, after);
      found.push(...value.uids);
      if (value.next === null) return found;
      after = value.next;
    }
  }

  test('is told page by page, in order and each once, with how many there are', async () => {
    const { value } = await connect().holders.page('XRP', '0', null);
    const all = await everybody('0');
    expect(value.total).toBe(all.length);
    expect(all.length).toBeGreaterThan(20);
    expect(all).toEqual([...new Set(all)].sort());
    const [first = '', ...rest] = all;
    expect((await connect().holders.page('XRP', '0', first)).value.uids).toEqual(rest);
  });

  test('is told of those who hold so much or more', async () => {
    const all = await everybody('0');
    const many = await everybody('500');
    const { customers } = connect();
    for (const uid of all.slice(0, 8)) {
      clock.pass(1_000);
      const { value } = await customers.holding(verified(uid), 'XRP');
      expect(compareDecimals(value, '0')).toBeGreaterThan(0);
      expect([uid, many.includes(uid)]).toEqual([uid, compareDecimals(value, '500') >= 0]);
    }
    expect(many.length).toBeLessThan(all.length);
    expect((await connect().holders.page('NOTHING', '0', null)).value).toEqual({
      uids: [],
      next: null,
      total: 0,
    });
  });

  test('is not told by every exchange', async () => {
    expect(await connect().holders.offered()).toBe(true);
    simulator.faults.tellsNoBalances = true;
    const { customers, holders } = connect();
    expect(await holders.offered()).toBe(false);
    await expect(holders.page('XRP', '0', null)).rejects.toMatchObject({ reason: 'not_connected' });
    await expect(customers.holding(linh, 'XRP')).rejects.toMatchObject({ reason: 'not_found' });
    simulator.faults.tellsNoBalances = false;
    expect(await holders.offered()).toBe(false);
    clock.pass(5 * 60_000);
    expect(await holders.offered()).toBe(true);
  });

  test('is not believed from who answers something else, nor told to who has not the token', async () => {
    await expect(
      connect({ EXCHANGE_BACK_OFFICE_TOKEN: 'another' }).holders.page('XRP', '0', null),
    ).rejects.toMatchObject({ reason: 'unavailable' });
    simulator.faults.mode = 'broken';
    await expect(connect().holders.page('XRP', '0', null)).rejects.toMatchObject({ reason: 'unavailable' });
    await expect(connect().holders.offered()).rejects.toMatchObject({ reason: 'unavailable' });
    simulator.faults.mode = 'none';
  });
});

describe('when something is wrong', () => {
  test('no exchange is connected', async () => {
    const nothing = connectExchange(
      { clock, log },
      {
        EXCHANGE_URL: undefined,
        EXCHANGE_STATUS_URL: undefined,
        EXCHANGE_BACK_OFFICE_URL: undefined,
        EXCHANGE_BACK_OFFICE_TOKEN: undefined,
        EXCHANGE_KEY: undefined,
        EXCHANGE_SECRET: undefined,
      },
    );
    expect(nothing.connected).toEqual({ market: false, customers: false });
    await expect(nothing.market.assets()).rejects.toMatchObject({ reason: 'not_connected' });
    await expect(nothing.customers.deposits(linh)).rejects.toMatchObject({ reason: 'not_connected' });
  });

  test.each([
    ['key', { EXCHANGE_KEY: 'another' }],
    ['secret', { EXCHANGE_SECRET: 'another' }],
  ])('a wrong %s is refused, and neither is told', async (_, given) => {
    const error = await connect(given)
      .customers.deposits(linh)
      .catch((it: unknown) => it);
    expect(error).toMatchObject({
      reason: 'unavailable',
      message: expect.stringContaining('Signature not valid'),
    });
    expect(String(error)).not.toMatch(/another|test-/);
  });

  test('an answer for another account is not believed', async () => {
    const { customers } = connect();
    simulator.faults.mode = 'wrong_account';
    await expect(customers.deposits(linh)).rejects.toMatchObject({ reason: 'unavailable' });
    await expect(customers.standing(linh)).rejects.toMatchObject({ reason: 'unavailable' });
    simulator.faults.mode = 'none';
    expect((await connect().customers.standing(linh)).value.frozenAt).toBeNull();
  });

  test('a clock that is an hour ahead is found out', async () => {
    simulator.faults.aheadMilliseconds = 3_600_000;
    const { customers } = connect();
    expect((await customers.deposits(linh)).value.length).toBeGreaterThan(0);
    // It is set right while we still believe the old one.
    simulator.faults.aheadMilliseconds = 0;
    expect((await customers.deposits(linh)).value.length).toBeGreaterThan(0);
  });

  test('what is public is given as stale, with its moment, and once it is back anew', async () => {
    const { market } = connect();
    const { asOf } = await market.assets();
    simulator.faults.mode = 'error';
    clock.pass(6 * 60_000);
    expect(await market.assets()).toMatchObject({ asOf, stale: true });
    simulator.faults.mode = 'none';
    clock.pass(60_000);
    expect(await market.assets()).toMatchObject({ asOf: clock.now(), stale: false });
  });

  test.each(['error', 'broken'] as const)(
    '%s answers open the breaker; after its rest one question goes through',
    async (mode) => {
      const { customers } = connect();
      simulator.faults.mode = mode;
      for (let count = 0; count < 5; count++)
        await expect(customers.standing(linh)).rejects.toMatchObject({ reason: 'unavailable' });
      const asked = simulator.asked();
      await expect(customers.standing(linh)).rejects.toMatchObject({ reason: 'unavailable' });
      expect(simulator.asked()).toBe(asked);
      simulator.faults.mode = 'none';
      clock.pass(20_000);
      expect((await customers.standing(linh)).stale).toBe(false);
    },
  );

  test('429 says until when, and is heeded', async () => {
    const { customers } = connect();
    simulator.faults.mode = 'busy';
    const error = await customers.standing(linh).catch((it: unknown) => it);
    simulator.faults.mode = 'none';
    expect(error).toMatchObject({ reason: 'rate_limited', retryAt: new Date(clock.now().getTime() + 1_000) });
    const asked = simulator.asked();
    clock.pass(1_000);
    expect((await customers.standing(linh)).stale).toBe(false);
    expect(simulator.asked()).toBe(asked + 1);
  });
});
