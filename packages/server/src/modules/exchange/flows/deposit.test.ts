import { describe, expect, test } from 'vitest';
import type { Arrival, Deposit } from '../connector/transfers.ts';
import { arrivalOf, assetsWith, depositOf, hoursAgo, runOf, txids } from './flows.testing.ts';

const assets = assetsWith();
const found = (given: Partial<Deposit>, trc20 = {}) =>
  runOf('deposit', { txid: txids.tron }, { assets: assetsWith(trc20), deposits: [depositOf(given)] });
const arrived = (given: Partial<Arrival>, trc20 = {}) =>
  runOf(
    'deposit',
    { txid: txids.tron },
    {
      assets: assetsWith(trc20),
      deposits: [],
      arrival: arrivalOf(given),
      addresses: [
        { asset: 'XRP', network: 'xrp', address: 'rPT1Sjq2YGrBMTttX4GZHjKu9dyfzbpAYe', memo: '300117' },
      ],
    },
  );

test('one who is not signed in is asked to, and nothing is looked up', async () => {
  const run = await runOf('deposit', { txid: txids.tron }, {}, false);
  expect(run).toMatchObject({ kind: 'needs_sign_in', outcome: 'sign_in', asOf: null });
  expect(run.trace).toEqual([{ said: ['txid'], facts: [], decided: { kind: 'sign_in' } }]);
});

describe('in the history', () => {
  test.each<[string, Partial<Deposit>, string[]]>([
    ['confirming', {}, ['1,200 USDT over TRC20', '7 of 20', '13 are missing', '27 confirmations']],
    [
      'tradable',
      { state: 'confirmed', confirmations: 26 },
      ['credited on Nov 21, 2026, 7:00 PM (GMT+8)', '1 is missing'],
    ],
    ['credited', { state: 'safe' }, ['fully credited since Nov 21, 2026']],
    ['credited_inside', { state: 'safe', network: null }, ['another account', 'no TXID']],
    ['orphaned', { state: 'orphan' }, ['undid', 'Then send them again']],
  ])('%s', async (outcome, given, says) => {
    const run = await found(given);
    expect(run).toMatchObject({ kind: 'answered', outcome, ticket: null, needsPerson: false });
    for (const part of says) expect(run.text).toContain(part);
  });
  test.each<[string, Partial<Deposit>]>([
    ['confirming_long', { createdAt: hoursAgo(30) }],
    ['under_review', { state: 'under_review' }],
  ])('%s is for a person, with a ticket that is filled in', async (outcome, given) => {
    const run = await found(given);
    expect(run).toMatchObject({ outcome, needsPerson: true });
    expect(run.ticket).toMatchObject({
      category: 'deposit_withdrawal.deposit_not_credited',
      subject: 'Deposit of 1,200 USDT',
      fields: { asset: 'USDT', network: 'tron', amount: '1200', txid: txids.tron },
    });
  });
  test('a network that is suspended is named with the reason of the exchange', async () => {
    const { text } = await found({}, { deposits: { state: 'suspended', since: null, reason: 'Upgrade.' } });
    expect(text).toContain('Deposits over TRC20 are suspended at present. The exchange says: Upgrade.');
  });
});

describe('known to the wallets only', () => {
  test.each<[string, Partial<Arrival>, string, string]>([
    [
      'memo_missing',
      { asset: 'XRP', network: 'xrp', problem: 'memo_missing', of: 'nobody' },
      'missing_memo',
      '300117',
    ],
    [
      'memo_wrong',
      { asset: 'XRP', network: 'xrp', problem: 'memo_wrong', of: 'somebody_else' },
      'missing_memo',
      'not yours',
    ],
    ['wrong_network', { problem: 'wrong_network', network: 'bep20usdt' }, 'wrong_network', 'BEP20USDT'],
    [
      'delisted',
      { asset: 'HUSD', network: 'husd', problem: 'asset_delisted' },
      'deposit_not_credited',
      'no longer listed',
    ],
    [
      'unlisted',
      { asset: 'ABC', network: 'abc', problem: 'asset_unlisted' },
      'deposit_not_credited',
      'not listed',
    ],
    ['by_contract', { problem: 'sent_by_contract' }, 'deposit_not_credited', 'smart contract'],
    ['arrival_under_review', { problem: 'under_review' }, 'deposit_not_credited', 'under review'],
    ['to_somebody_else', { of: 'somebody_else' }, 'wrong_address', 'not yours'],
    ['to_nobody', { of: 'nobody' }, 'wrong_address', 'no account'],
  ])('%s is for a person', async (outcome, given, category, says) => {
    const run = await arrived(given);
    expect(run).toMatchObject({ outcome, needsPerson: true });
    expect(run.ticket?.category).toBe(`deposit_withdrawal.${category}`);
    expect(run.ticket?.fields).toMatchObject({ txid: txids.tron, amount: '500' });
    expect(run.text).toContain(says);
  });
  test.each<[string, Partial<Arrival>, object, string]>([
    ['below_minimum', { amount: '0.4', problem: 'below_minimum' }, {}, 'minimum deposit: 1 USDT over TRC20'],
    ['below_minimum', { problem: 'below_minimum' }, { leastDeposit: null }, 'less than the minimum deposit.'],
    [
      'suspended',
      { problem: 'deposits_suspended' },
      { deposits: { state: 'suspended', since: hoursAgo(12), reason: null } },
      'suspended since Nov 21, 2026, 8:00 AM',
    ],
    ['on_its_way', {}, {}, 'Confirmations so far: 128.'],
  ])('%s needs nobody', async (outcome, given, trc20, says) => {
    const run = await arrived(given, trc20);
    expect(run).toMatchObject({ outcome, needsPerson: false, ticket: null });
    expect(run.text).toContain(says);
  });
});

describe('not seen', () => {
  const nothing = { assets, deposits: [] };
  test('without a TXID it is asked for, and where it is found', async () => {
    const run = await runOf('deposit', {}, nothing);
    expect(run).toMatchObject({ kind: 'asks', outcome: 'txid' });
    expect(run.choices).toEqual([{ text: 'I do not have it', slots: { withoutTxid: 'yes' } }]);
    expect((await runOf('deposit', { withoutTxid: 'yes' }, nothing)).outcome).toBe('not_found');
  });
  test('what the customer says of it is believed only where it fits', async () => {
    const deposits = [
      depositOf({ id: '7', amount: '0.50', state: 'safe' }),
      depositOf({ id: '8', asset: 'XRP' }),
    ];
    const by = (slots: object) => runOf('deposit', slots, { assets, deposits });
    expect((await by({ asset: 'usdt', amount: '0.5', network: 'tron' })).outcome).toBe('credited');
    expect((await by({ amount: '0.6' })).text).toContain('We do not find such a deposit');
  });
  test('the address is asked for where the asset is known, masked', async () => {
    const addresses = [
      { asset: 'USDT', network: 'trc20usdt', address: 'TJRabPrwbZy45sbavfcjinPJC18kjpRTv8', memo: null },
    ];
    const slots = { txid: txids.tron, asset: 'USDT' };
    const run = await runOf('deposit', slots, { ...nothing, addresses });
    expect(run).toMatchObject({ kind: 'asks', outcome: 'ownAddress' });
    expect(run.choices.map((it) => it.text)).toEqual([
      'TRC20: TJRabP…RTv8',
      'None of these',
      'I am not sure',
    ]);
    const after = (slot: 'yes' | 'no') =>
      runOf('deposit', { ...slots, ownAddress: slot }, { ...nothing, addresses });
    expect((await after('no')).outcome).toBe('not_own_address');
    const seen = await after('yes');
    expect(seen.outcome).toBe('not_seen');
    expect(seen.text).toContain('a8f5f167…2b9c73');
    expect(seen.text).toContain('By its form it may be on TRC20.');
  });
  test('what is no TXID at all', async () => {
    expect((await runOf('deposit', { txid: 'deadbeef' }, nothing)).outcome).toBe('txid_malformed');
  });
  test('an exchange that is silent is no reason to say that nothing came', async () => {
    const refused = { refused: 'unavailable' as const };
    expect((await runOf('deposit', {}, { assets, deposits: refused })).outcome).toBe('silent');
    expect((await runOf('deposit', { txid: txids.tron }, { ...nothing, arrival: refused })).outcome).toBe(
      'silent',
    );
  });
});

test('of several it asks which, and the choice answers', async () => {
  const deposits = [
    depositOf({
      id: '1',
      state: 'safe',
      asset: 'BTC',
      network: 'btc',
      amount: '0.5',
      createdAt: hoursAgo(6),
    }),
    depositOf({ id: '2', state: 'safe', network: null }),
  ];
  const run = await runOf('deposit', {}, { assets, deposits });
  expect(run).toMatchObject({ kind: 'asks', outcome: 'transferId' });
  expect(run.choices.map((it) => it.text)).toEqual([
    '0.5 BTC, BTC, Nov 21, 2026, 2:00 PM (GMT+8)',
    '1,200 USDT, within the exchange, Nov 21, 2026, 7:00 PM (GMT+8)',
    'A different deposit',
  ]);
  const [first] = run.choices;
  expect((await runOf('deposit', first?.slots ?? {}, { assets, deposits })).outcome).toBe('credited');
  expect((await runOf('deposit', { another: 'yes' }, { assets, deposits })).outcome).toBe('txid');
  const waiting = [...deposits, depositOf({ id: '3' })];
  expect((await runOf('deposit', {}, { assets, deposits: waiting })).outcome).toBe('confirming');
});
