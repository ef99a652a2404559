import { describe, expect, test } from 'vitest';
import type { ChainAnswer, ChainTransfer } from '../explorer/chain-explorer.ts';
import { assetsWith, chainAnswerOf, hoursAgo, runOf, txids } from './flows.testing.ts';

/** What the chain says of a TXID of which the exchange has no record. */
const own = '0x52908400098527886E0F7030069857D2E4169EE7';
const other = '0xde709f2102306220921060314715629080e2fb77';
const addresses = [{ asset: 'USDT', network: 'usdterc20', address: own, memo: null }];
const usdt: ChainTransfer = { to: own, asset: 'USDT', amount: '750', kind: 'token' };
const slots = { txid: txids.evm, asset: 'usdt', network: 'ERC20' };
const run = (answers: ChainAnswer[], said: object = slots, given: object = {}) =>
  runOf('deposit', said, { assets: assetsWith(), deposits: [], addresses, onChain: { answers }, ...given });

describe('a memo that the explorer says', () => {
  const wallet = 'rPT1Sjq2YGrBMTttX4GZHjKu9dyfzbpAYe';
  const xrp: ChainTransfer = { to: wallet, asset: 'XRP', amount: '250', kind: 'plain' };
  const at = (transfer: ChainTransfer) =>
    run(
      [chainAnswerOf('xrp', { txid: txids.xrp, transfers: [transfer] })],
      { txid: txids.xrp, asset: 'xrp' },
      { addresses: [{ asset: 'XRP', network: 'xrp', address: wallet, memo: '300117' }] },
    );
  test.each<[string, ChainTransfer, string]>([
    ['is missing', { ...xrp, memo: null }, 'memo_missing'],
    ['is somebody else’s', { ...xrp, memo: '4711' }, 'memo_wrong'],
    ['is right', { ...xrp, memo: '300117' }, 'uncredited_on_chain'],
    ['is not said', xrp, 'uncredited_on_chain'],
  ])('%s', async (_what, transfer, outcome) => {
    const { outcome: came, text, ticket } = await at(transfer);
    expect(came).toBe(outcome);
    if (outcome === 'uncredited_on_chain') return;
    expect(text).toContain('300117');
    expect(text).not.toContain('4711');
    expect(ticket?.category).toBe('deposit_withdrawal.missing_memo');
  });
});

describe('a transaction that the explorer has', () => {
  test.each<[string, ChainAnswer, string | null, string[]]>([
    ['unconfirmed', chainAnswerOf('ethereum', { state: 'waiting', at: null }), null, ['first confirmation']],
    [
      'reverted',
      chainAnswerOf('ethereum', { state: 'reverted' }),
      null,
      ['no coins moved', 'send them again'],
    ],
    [
      'waits_on_chain',
      chainAnswerOf('ethereum', { confirmations: 3, transfers: [usdt] }),
      null,
      ['so far: 3'],
    ],
    [
      'uncredited_on_chain',
      chainAnswerOf('ethereum', { transfers: [{ ...usdt, to: own.toLowerCase() }] }),
      'deposit_not_credited',
      ['750 USDT went to 0x5290…9ee7 over Ethereum (ERC20) on Nov 21, 2026', 'not in your deposit history'],
    ],
    [
      'wrong_network',
      chainAnswerOf('bsc', { transfers: [usdt] }),
      'wrong_network',
      ['BNB Smart Chain', 'does not belong to this address'],
    ],
    [
      'unlisted',
      chainAnswerOf('ethereum', { transfers: [{ ...usdt, asset: 'FREE' }] }),
      'deposit_not_credited',
      ['FREE is not listed'],
    ],
    [
      'by_contract',
      chainAnswerOf('ethereum', { transfers: [{ ...usdt, kind: 'internal' }] }),
      'deposit_not_credited',
      ['smart contract'],
    ],
    [
      'not_own_address',
      chainAnswerOf('ethereum', { transfers: [{ ...usdt, to: other }] }),
      null,
      ['none of your deposit addresses'],
    ],
    [
      'on_chain',
      chainAnswerOf('ethereum', { transfers: [{ ...usdt, to: other }], complete: false }),
      null,
      ['compare the address'],
    ],
  ])('%s', async (outcome, answer, category, says) => {
    const it = await run([answer]);
    expect(it).toMatchObject({ kind: 'answered', outcome, needsPerson: category !== null });
    expect(it.ticket?.category ?? null).toBe(category && `deposit_withdrawal.${category}`);
    for (const part of [...says, `block explorer ${answer.chain}.example.com on Nov 21, 2026`])
      expect(it.text).toContain(part);
  });
  test('the source and the moment of what was found stand in the trace', async () => {
    const { trace } = await run([
      chainAnswerOf('ethereum', 'not_found'),
      chainAnswerOf('bsc', { transfers: [usdt] }),
    ]);
    expect(trace.map((it) => it.decided)).toEqual([
      { kind: 'look_up', facts: ['assets', 'deposits', 'arrival'] },
      { kind: 'look_up', facts: ['onChain'] },
      { kind: 'look_up', facts: ['addresses'] },
      { kind: 'answer', outcome: 'wrong_network' },
    ]);
    const asOf = hoursAgo(0.1).toISOString();
    expect(trace.at(-1)?.witnesses).toEqual([
      { chain: 'ethereum', source: 'ethereum.example.com', state: 'not_found', asOf },
      { chain: 'bsc', source: 'bsc.example.com', state: 'found', asOf },
    ]);
  });
  test('without a coin that was named, the one that moved is looked for', async () => {
    const answers = [chainAnswerOf('ethereum', { transfers: [usdt] })];
    expect((await run(answers, { txid: txids.evm })).outcome).toBe('uncredited_on_chain');
    const token = [chainAnswerOf('ethereum', { transfers: [{ ...usdt, asset: 'FREE' }] })];
    expect((await run(token, { txid: txids.evm })).outcome).toBe('on_chain');
  });
  test('an address that the exchange does not tell us is nobody else’s', async () => {
    const answers = [chainAnswerOf('ethereum', { transfers: [{ ...usdt, to: other }] })];
    expect((await run(answers, slots, { addresses: { refused: 'unavailable' } })).outcome).toBe('on_chain');
  });
});

describe('a transaction that no explorer has', () => {
  test('was not sent out, where the network that was named was looked at', async () => {
    const it = await run([chainAnswerOf('ethereum', 'not_found'), chainAnswerOf('bsc', 'not_found')]);
    expect(it).toMatchObject({ outcome: 'not_broadcast', needsPerson: false });
    expect(it.text).toContain('on Ethereum (ERC20).');
    expect(it.text).not.toContain('bsc.example.com');
  });
  test.each([
    ['that network did not answer', [chainAnswerOf('ethereum', 'silent')], slots],
    ['another one was looked at only', [chainAnswerOf('bsc', 'not_found')], slots],
    ['nobody said which it is', [chainAnswerOf('ethereum', 'not_found')], { txid: txids.evm }],
  ])('may be anywhere where %s', async (_why, answers, said) => {
    expect((await run(answers, { ...said, ownAddress: 'unknown' })).outcome).toBe('not_seen');
  });
  test('the exchange’s own record goes before', async () => {
    const answers = [chainAnswerOf('ethereum', { state: 'reverted' })];
    const silent = await run(answers, slots, { arrival: { refused: 'unavailable' } });
    expect(silent.outcome).toBe('silent');
  });
});
