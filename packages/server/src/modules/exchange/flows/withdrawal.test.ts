import { describe, expect, test } from 'vitest';
import type { Withdrawal } from '../connector/transfers.ts';
import { type Answers, assetsWith, hoursAgo, runOf, txids, withdrawalOf } from './flows.testing.ts';

const sound = { frozenAt: null, openedAt: null, restrictions: [], secondFactor: 'set' as const };
const of = (given: Partial<Withdrawal>, more: Answers = {}) =>
  runOf(
    'withdrawal',
    { transferId: '1' },
    {
      assets: assetsWith(),
      withdrawals: [withdrawalOf(given)],
      standing: sound,
      securityChanges: [],
      ...more,
    },
  );

describe('what each state means', () => {
  test.each<[string, Partial<Withdrawal>, string[]]>([
    [
      'verifying',
      { state: 'verifying' },
      ['your own confirmation', 'can still cancel', 'complete the confirmation'],
    ],
    ['submitted', { state: 'submitted' }, ['waits its turn', 'can still cancel', 'nothing to do']],
    ['reexamine', { state: 'reexamine' }, ['being reviewed', 'can still cancel', 'cannot skip']],
    ['pass', { state: 'pass' }, ['approved', 'no longer be cancelled']],
    ['pre_transfer', { state: 'pre-transfer' }, ['prepared for the network', 'no longer be cancelled']],
    [
      'wallet_transfer',
      { state: 'wallet-transfer', txid: txids.tron, confirmations: 3 },
      [`TXID: ${txids.tron}`, 'so far: 3', 'no longer be cancelled'],
    ],
    [
      'confirmed',
      { state: 'confirmed', txid: txids.tron },
      ['complete', `TXID: ${txids.tron}`, "receiver's support"],
    ],
    ['inside', { state: 'confirmed', network: null }, ['another account', 'no TXID']],
    ['failed', { state: 'failed' }, ['goes back to your account, the fee included']],
    ['canceled', { state: 'canceled' }, ['cancelled', 'goes back to your account']],
    ['reject', { state: 'reject' }, ['rejected in the review', 'goes back to your account']],
    [
      'wallet_reject',
      { state: 'wallet-reject', error: { code: 'x', message: 'Under maintenance' } },
      ['The exchange says: Under maintenance', 'goes back'],
    ],
    ['repealed', { state: 'repealed' }, ['stopped by the system', 'goes back']],
  ])('%s', async (outcome, given, says) => {
    const run = await of(given);
    expect(run).toMatchObject({ kind: 'answered', outcome, needsPerson: false });
    for (const part of says) expect(run.text).toContain(part);
  });
  test('what went out cost a fee; what came back or stayed inside did not', async () => {
    const fee = 'Withdrawal fee: 1 USDT';
    expect((await of({ state: 'wallet-transfer' })).text).toContain(fee);
    for (const free of [{ state: 'failed' as const }, { state: 'confirmed' as const, network: null }])
      expect((await of(free)).text).not.toContain(fee);
  });
  test.each<[string, Partial<Withdrawal>]>([
    ['confirm_error', { state: 'confirm-error', txid: txids.tron }],
    ['under_review', { state: 'under_review' }],
    ['late', { state: 'reexamine', createdAt: hoursAgo(25) }],
    ['late', { state: 'wallet-transfer', createdAt: hoursAgo(25) }],
  ])('%s is for a person', async (outcome, given) => {
    const run = await of(given);
    expect(run).toMatchObject({ outcome, needsPerson: true });
    expect(run.ticket).toMatchObject({
      category: 'deposit_withdrawal.withdrawal_pending',
      subject: 'Withdrawal of 1,200 USDT',
      fields: { asset: 'USDT', network: 'tron', amount: '1200', date: expect.any(String) },
    });
  });
});

describe('what holds it up', () => {
  const changed = { kind: 'password_changed' as const, at: hoursAgo(4), withdrawalsFrom: hoursAgo(-20) };
  test('the rest after a security change has an end, and a cause', async () => {
    const run = await of({ state: 'reexamine', createdAt: hoursAgo(30) }, { securityChanges: [changed] });
    expect(run).toMatchObject({ outcome: 'held', needsPerson: false });
    expect(run.text).toContain('Withdrawals rest until Nov 22, 2026, 4:00 PM (GMT+8).');
    expect(run.text).toContain('Reason: the password was changed (Nov 21, 2026, 4:00 PM (GMT+8)).');
    expect(run.text).toContain('can still cancel');
  });
  test('a rest that is over holds nothing up', async () => {
    const over = { ...changed, withdrawalsFrom: hoursAgo(1) };
    expect((await of({}, { securityChanges: [over] })).outcome).toBe('submitted');
  });
  test('what has no end is said so, and a frozen account before all', async () => {
    const restriction = {
      kind: 'withdrawals' as const,
      reason: 'risk_review' as const,
      since: hoursAgo(9),
      until: null,
    };
    const held = await of(
      {},
      { standing: { ...sound, restrictions: [restriction] }, securityChanges: [changed] },
    );
    expect(held.text).toContain('stopped since');
    expect(held.text).toContain('a security review');
    const frozen = await of(
      {},
      { standing: { ...sound, frozenAt: hoursAgo(2), restrictions: [restriction] } },
    );
    expect(frozen.text).toContain('the account is frozen');
  });
  test('a hold does not touch what is already sent', async () => {
    const sent = await of({ state: 'wallet-transfer' }, { securityChanges: [changed] });
    expect(sent).toMatchObject({ outcome: 'wallet_transfer' });
    expect(sent.text).not.toContain('rest until');
  });
  test('a network that is suspended explains a long wait', async () => {
    const assets = assetsWith({ withdrawals: { state: 'suspended', since: null, reason: 'Maintenance.' } });
    const run = await of({ createdAt: hoursAgo(40) }, { assets });
    expect(run).toMatchObject({ outcome: 'suspended', needsPerson: false });
    expect(run.text).toContain(
      'Withdrawals over TRC20 are suspended at present. The exchange says: Maintenance.',
    );
  });
  test('asked for nothing in particular, a hold is the answer', async () => {
    const run = await runOf(
      'withdrawal',
      {},
      { withdrawals: [], standing: sound, securityChanges: [changed] },
    );
    expect(run.outcome).toBe('held');
  });
});

test('of several it asks which; what is under way goes without saying', async () => {
  const done = [
    withdrawalOf({ id: '1', state: 'confirmed' }),
    withdrawalOf({ id: '2', state: 'failed', amount: '5' }),
  ];
  const known = { assets: assetsWith(), standing: sound, securityChanges: [] };
  const which = await runOf('withdrawal', {}, { ...known, withdrawals: done });
  expect(which).toMatchObject({ kind: 'asks', outcome: 'transferId' });
  expect(which.choices).toHaveLength(3);
  const [, second, other] = which.choices;
  expect((await runOf('withdrawal', second?.slots ?? {}, { ...known, withdrawals: done })).outcome).toBe(
    'failed',
  );
  expect((await runOf('withdrawal', other?.slots ?? {}, { ...known, withdrawals: done })).outcome).toBe(
    'not_found',
  );
  const under = [...done, withdrawalOf({ id: '3', state: 'pass' })];
  expect((await runOf('withdrawal', {}, { ...known, withdrawals: under })).outcome).toBe('pass');
});
