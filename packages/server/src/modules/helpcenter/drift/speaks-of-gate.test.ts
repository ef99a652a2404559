import { describe, expect, test } from 'vitest';
import { gateName } from '../facts/gates.ts';
import { speaksOfGate } from './speaks-of-gate.ts';
import { stretchesOf } from './text-lines.ts';

const usdt = 'gate.deposits.USDT.TRC20';
const speaks = (name: string, wasOpen: boolean, body: string, title = '') =>
  speaksOfGate(name, wasOpen, { stretches: stretchesOf(title, body), body });

describe('a network that was suspended is spoken of', () => {
  test.each([
    ['in a sentence', usdt, 'Deposit USDT over TRC-20 and wait.'],
    ['in Chinese, by its name', usdt, '通过波场充值 USDT，通常几分钟到账。'],
    ['in Russian', usdt, 'Депозит USDT в сети TRC20 зачисляется быстро.'],
    ['in a row of a table', usdt, '| Network | Time |\n|---|---|\n| TRC20 | 3 min |'],
    ['by a live figure', usdt, 'At least {{minDeposit.USDT.TRC20}}.'],
    [
      'of a coin of its own chain, by a live figure',
      'gate.withdrawals.BTC.BTC',
      'It costs {{fee.withdraw.BTC}}.',
    ],
  ])('%s', (_, name, body) => {
    const title = body.startsWith('|') ? 'Depositing USDT' : '';
    expect(speaks(name, true, body, title)).toHaveLength(1);
  });

  test.each([
    ['another network', usdt, 'Deposit USDT over ERC20 and wait.'],
    ['another asset', usdt, 'Deposit TRX over TRC20.'],
    ['the other direction', usdt, 'Withdraw USDT over TRC20.'],
    ['a live figure of the other direction', usdt, 'It costs {{fee.withdraw.USDT.TRC20}}.'],
    ['confirmations until it may be withdrawn', usdt, 'After {{confirmations.withdraw.ETH.ERC20}}.'],
    ['a live figure of another network', usdt, 'At least {{minDeposit.USDT.TRC20X}}.'],
    ['the network in the title only', usdt, 'Deposit USDT here.'],
    ['what it says already', usdt, 'Deposits of USDT over TRC20 are suspended.'],
  ])('and not where the text is about %s', (_, name, body) => {
    expect(speaks(name, true, body, 'Networks such as TRC20')).toEqual([]);
  });
});

test('where it has opened again, only what says that it is closed', () => {
  expect(speaks(usdt, false, 'Deposits of USDT over TRC20 are suspended until further notice.')).toHaveLength(
    1,
  );
  expect(speaks(usdt, false, 'USDT 的 TRC20 充值已暂停。')).toHaveLength(1);
  expect(speaks(usdt, false, 'Deposit USDT over TRC20. At least {{minDeposit.USDT.TRC20}}.')).toEqual([]);
});

test('names of gates are read as they are written', () => {
  expect(gateName('deposits', 'USDT', 'Arbitrum One')).toBe('gate.deposits.USDT.ArbitrumOne');
  expect(speaks('fee.withdraw.USDT.TRC20', true, 'Deposit USDT over TRC20')).toEqual([]);
});
