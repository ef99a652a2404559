import { describe, expect, test } from 'vitest';
import type { Standing, Verification } from '../connector/standing.ts';
import type { Order, PeerOrder } from '../connector/trading.ts';
import { type Answers, hoursAgo, orderOf, peerOrderOf, runOf, tickerOf } from './flows.testing.ts';

/** Verification, the account, orders and orders between customers: one table each. */
const verified: Verification = {
  state: 'approved',
  level: 2,
  reasons: [],
  submittedAt: hoursAgo(30),
  decidedAt: hoursAgo(26),
};

describe('verification', () => {
  test.each<[string, Partial<Verification>, string, boolean]>([
    ['approved', {}, 'Your level: 2.', false],
    ['none', { state: 'none' }, 'not verified yet', false],
    ['pending', { state: 'pending' }, 'being reviewed', false],
    ['pending_long', { state: 'pending', submittedAt: hoursAgo(80) }, 'being reviewed', true],
    [
      'rejected',
      { state: 'rejected', reasons: ['document_expired', 'name_differs'] },
      'use a valid one',
      false,
    ],
    ['rejected_person', { state: 'rejected', reasons: ['already_used'] }, 'another account', true],
    ['rejected_person', { state: 'rejected', reasons: [] }, 'not accepted on Nov 20', true],
    ['refused', { state: 'rejected', reasons: ['region_not_served'] }, 'cannot verify you', false],
    ['expired', { state: 'expired' }, 'submit your verification again', false],
    ['under_review', { state: 'under_review' }, 'under review', false],
  ])('%s', async (outcome, given, says, needsPerson) => {
    const run = await runOf('verification', {}, { verification: { ...verified, ...given } });
    expect(run).toMatchObject({ outcome, needsPerson });
    expect(run.text).toContain(says);
  });
  test('every reason says what to do about it', async () => {
    const reasons = ['document_expired', 'name_differs'] as const;
    const { text } = await runOf(
      'verification',
      {},
      { verification: { ...verified, state: 'rejected', reasons } },
    );
    expect(text).toContain('exactly as it stands there');
  });
});

describe('account', () => {
  const sound: Standing = { frozenAt: null, openedAt: null, restrictions: [], secondFactor: 'set' };
  const locked = (
    reason: Standing['restrictions'][number]['reason'],
    until: Date | null,
    since = hoursAgo(3),
  ) => ({
    ...sound,
    restrictions: [{ kind: 'sign_in' as const, reason, since, until }],
  });
  const changed = [{ kind: 'email_changed' as const, at: hoursAgo(5), withdrawalsFrom: null }];
  test.each<[string, Standing, string, boolean]>([
    ['frozen', { ...sound, frozenAt: hoursAgo(2) }, 'frozen since', true],
    [
      'restricted',
      locked('wrong_passwords', hoursAgo(-9)),
      'Sign-in: locked until Nov 22, 2026, 5:00 AM (GMT+8). Reason: too many wrong passwords.',
      false,
    ],
    ['restricted_person', locked('risk_review', null), 'locked since', true],
    ['restricted_person', locked('court_order', hoursAgo(-9)), 'an order by an authority', true],
    ['reset_running', locked('second_factor_lost', null), 'is being reviewed', false],
    ['reset_running', { ...sound, secondFactor: 'reset_requested' }, 'is being reviewed', false],
    ['reset_long', locked('second_factor_lost', null, hoursAgo(60)), 'is being reviewed', true],
    ['trouble', locked('wrong_passwords', hoursAgo(1)), 'Nothing is locked', false],
  ])('%s', async (outcome, standing, says, needsPerson) => {
    const run = await runOf('account', {}, { standing, securityChanges: [] });
    expect(run).toMatchObject({ outcome, needsPerson });
    expect(run.text).toContain(says);
  });
  test.each([
    ['sign_in', 'cannot_sign_in', 'forgot password'],
    ['second_factor', 'lost_second_factor', 'never ask for a code'],
    ['code', 'code_missing', 'spam'],
  ] as const)(
    '%s, of one who cannot sign in, is advice and tells nothing of an account',
    async (trouble, outcome, says) => {
      const run = await runOf('account', { trouble }, {}, false);
      expect(run).toMatchObject({ kind: 'answered', outcome, ticket: null });
      expect(run.text).toContain(says);
      expect(run.text).not.toContain('Nothing is locked');
    },
  );
  test('a stolen account waits for nothing, and the latest changes are named', async () => {
    const run = await runOf('account', { trouble: 'stolen' }, { standing: sound, securityChanges: changed });
    expect(run).toMatchObject({ outcome: 'stolen', ticket: { category: 'account_security.hacked' } });
    expect(run.text).toContain('the e-mail address was changed');
    const silent = { standing: { refused: 'unavailable' as const } };
    expect((await runOf('account', { trouble: 'stolen' }, silent)).outcome).toBe('stolen');
    expect((await runOf('account', {}, silent)).outcome).toBe('silent');
  });
});

describe('order', () => {
  const tickers = [tickerOf('BTC', 'USDT')];
  const of = (given: Partial<Order>, more: Answers = {}) =>
    runOf('order', {}, { orders: [orderOf(given)], tickers, ...more });
  test.each<[string, Partial<Order>, string]>([
    ['submitted', {}, 'Sell 2 BTC, BTC/USDT'],
    ['submitted', {}, 'The last price is 96,500.5 USDT.'],
    ['submitted', { price: null, kind: 'market', side: 'buy', amount: '5000' }, 'Buy 5,000 USDT'],
    [
      'partial_filled',
      { state: 'partial-filled', filled: '0.5', turnover: '49000' },
      'Filled: 0.5 BTC for 49,000 USDT',
    ],
    ['filled', { state: 'filled' }, 'completely filled'],
    ['partial_canceled', { state: 'partial-canceled' }, 'the rest was cancelled'],
    ['canceling', { state: 'canceling' }, 'is released'],
    ['canceled', { state: 'canceled' }, 'It was cancelled.'],
  ])('%s', async (outcome, given, says) => {
    const run = await of(given);
    expect(run).toMatchObject({ outcome, needsPerson: false });
    expect(run.text).toContain(says);
  });
  test('a halt explains an open order', async () => {
    const marketStatus = { state: 'halted' as const, reason: null, since: null, until: null, symbols: null };
    expect((await of({}, { marketStatus })).outcome).toBe('halted');
    expect((await of({ state: 'filled' }, { marketStatus })).outcome).toBe('filled');
  });
  test('an unknown state is for a person', async () => {
    expect(await of({ state: 'under_review' })).toMatchObject({
      needsPerson: true,
      ticket: {
        category: 'trading.order_not_filled',
        fields: { order_id: '884119002711', pair: 'BTC/USDT' },
      },
    });
  });
  test('by its number, also an older one; one of another customer is not there', async () => {
    const order = orderOf({ id: '7', state: 'filled' });
    expect(
      (await runOf('order', { orderId: '7' }, { orders: [], order: { order, fills: [] } })).outcome,
    ).toBe('filled');
    expect((await runOf('order', { orderId: '8' }, { orders: [] })).outcome).toBe('not_found');
  });
  test('of several it asks which', async () => {
    const orders = [orderOf({ id: '1' }), orderOf({ id: '2', side: 'buy' })];
    const run = await runOf('order', {}, { orders });
    expect(run.choices.map((it) => it.slots)).toEqual([{ orderId: '1' }, { orderId: '2' }]);
    expect((await runOf('order', {}, { orders: [] })).outcome).toBe('none');
  });
});

describe('an order between customers', () => {
  const unpaid = { state: 'unpaid' as const };
  const soon = hoursAgo(-0.2);
  const past = hoursAgo(0.1);
  test.each<[string, Partial<PeerOrder>, string]>([
    ['pay_buy', { ...unpaid, payBy: soon }, 'Time until Nov 21, 2026, 8:12 PM'],
    ['pay_sell', { ...unpaid, side: 'sell', payBy: soon }, 'Do not release before'],
    ['pay_late_buy', { ...unpaid, payBy: past }, 'Do not pay any more'],
    ['pay_late_sell', { ...unpaid, side: 'sell', payBy: past }, 'release nothing'],
    ['release_buy', {}, "seller's turn"],
    ['release_sell', { side: 'sell' }, 'Look into your bank account yourself'],
    ['release_late_buy', { releaseBy: past }, 'appeal, with the receipt'],
    ['release_late_sell', { side: 'sell', releaseBy: past }, 'release now'],
    ['released', { state: 'released' }, 'you buy 1,000 USDT for 4,420 MYR'],
    ['canceled', { state: 'canceled' }, 'pay it back'],
    ['appealed', { state: 'appealed', appeal: { openedAt: hoursAgo(5), by: 'customer' } }, 'You appealed on'],
    [
      'appealed',
      { state: 'appealed', appeal: { openedAt: hoursAgo(5), by: 'counterparty' } },
      'The other side appealed',
    ],
  ])('%s', async (outcome, given, says) => {
    const run = await runOf('peer', {}, { peerOrders: [peerOrderOf(given)] });
    expect(run).toMatchObject({ outcome, needsPerson: false });
    expect(run.text).toContain(says);
  });
  test.each<[string, Partial<PeerOrder>]>([
    ['appeal_long', { state: 'appealed', appeal: { openedAt: hoursAgo(80), by: 'customer' } }],
    ['under_review', { state: 'under_review' }],
  ])('%s is for a person', async (outcome, given) => {
    const run = await runOf('peer', {}, { peerOrders: [peerOrderOf(given)] });
    expect(run).toMatchObject({
      outcome,
      ticket: { category: 'p2p_fiat.appeal', fields: { order_id: 'P2P-77120934' } },
    });
  });
  test('the one that runs is meant, else it asks', async () => {
    const done = [peerOrderOf({ id: 'A', state: 'released' }), peerOrderOf({ id: 'B', state: 'canceled' })];
    expect((await runOf('peer', {}, { peerOrders: done })).choices).toHaveLength(2);
    expect((await runOf('peer', {}, { peerOrders: [...done, peerOrderOf()] })).outcome).toBe('release_buy');
    expect((await runOf('peer', { orderId: 'b' }, { peerOrders: done })).outcome).toBe('canceled');
    expect((await runOf('peer', { orderId: 'C' }, { peerOrders: done })).outcome).toBe('not_found');
  });
});
