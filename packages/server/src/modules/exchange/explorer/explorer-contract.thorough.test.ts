import { createServer } from 'node:http';
import { inspect } from 'node:util';
import { type EtherscanFaults, registerExplorers, simulatedExplorerKey } from '@fairlead/playground';
import { fastify } from 'fastify';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { readExplorerKeys, readExplorers } from '../../../platform/config/read-explorers.ts';
import { ServiceSilence } from '../../../platform/service/service.ts';
import { steadyClock } from '../../../testing/steady-clock.ts';
import { openExplorer } from './ask-explorer.ts';
import { createExplorer } from './create-explorer.ts';
import { createEtherscan, etherscanRest } from './etherscan.ts';

/** The adapters against the simulated explorers, against answers as the documentation of Esplora and Blockscout has them, and against servers that misbehave. */
const clock = steadyClock();
const faults = { mode: 'none' as 'none' | 'error' | 'busy' | 'broken' | 'slow', aheadMilliseconds: 0 };
const etherscan: EtherscanFaults = { says: null };
let asked = 0;
const app = fastify();
app.addHook('onRequest', async () => {
  asked++;
});
registerExplorers(app, () => clock.now(), { faults, etherscan });
const url = await app.listen({ port: 0, host: '127.0.0.1' });
afterAll(() => app.close());
beforeEach(() => {
  faults.mode = 'none';
  etherscan.says = null;
  // The breaker has rested, and allowances are whole.
  clock.pass(120_000);
});

const everything = `bitcoin:esplora:${url}/bitcoin,litecoin:esplora:${url}/litecoin/ ethereum:blockscout:${url}/ethereum,bsc:blockscout:${url}/bsc`;
const scanned = `ethereum:etherscan:${url}/etherscan/v2/api,bsc:etherscan:${url}/etherscan/v2/api,xrp:xrpl:${url}/xrp`;
/** What is asked more than a few times waits for no turn: that it would is tested with the bucket. */
const allowance = { burst: 100, perSecond: 100 };
const keys = new Map([['every' as const, simulatedExplorerKey]]);
const connect = (setting = everything, timeoutMilliseconds = 2_000) =>
  createExplorer({
    clock,
    addresses: readExplorers(setting) ?? [],
    keys,
    patience: { timeoutMilliseconds, allowance },
  });
/** Of a kind each: what is on both is told the same. */
const kinds = [
  ['Blockscout', everything],
  ['Etherscan', scanned],
] as const;
const foundOf = async (txid: string, explorer = connect()) => {
  const { value } = await explorer.find(txid);
  return value.answers.find((it) => it.state === 'found')?.found;
};

const ours = '0x52908400098527886E0F7030069857D2E4169EE7';
const sent = '0x8f2d6a1c4b7e9035d8c1f6a2b4e7093d5c8f1a6b2e4d7093c5f8a1d6b2e4c709';

describe.each(kinds)('the simulated explorers, %s', (_kind, setting) => {
  test('a token: to whom, how much, since when', async () => {
    expect(await foundOf(sent, connect(setting))).toMatchObject({
      chain: 'ethereum',
      txid: sent,
      state: 'succeeded',
      confirmations: expect.any(Number),
      at: expect.any(Date),
      transfers: [
        { to: expect.stringMatching(new RegExp(ours, 'i')), asset: 'USDT', amount: '750', kind: 'token' },
      ],
      complete: true,
    });
  });
  test.each([
    [
      '0x3ce7b05d9a1f4268e0c3b7d5f9a1e4268c0b3d7f5e9a1c4268b0d3f7e5a9c142',
      'bsc',
      'succeeded',
      ['320 USDT token'],
    ],
    ['0xd14a7f0c3e9b5628a1d4f7c0e3b95628d1a4c7f0b3e95628a1f4d7c0e3b95a62', 'ethereum', 'reverted', []],
    [
      '0x50b9e2d7c4f1a8360d5b9e2c7f4a18360b5d9e2f7c4a18360e5b9d2c7f4a1836',
      'ethereum',
      'succeeded',
      ['1.5 ETH plain'],
    ],
    [
      '0xa7c30e5f9d1b48260a7c3e5f0d9b14826a7c0e3f5d9b148260ac7e3f5d90b148',
      'ethereum',
      'succeeded',
      ['0.41 ETH internal'],
    ],
  ])('%s is on %s, %s', async (txid, chain, state, transfers) => {
    const found = await foundOf(txid, connect(setting));
    expect(found).toMatchObject({ chain, state, complete: true });
    expect(found?.transfers.map((it) => `${it.amount} ${it.asset} ${it.kind}`)).toEqual(transfers);
    expect((found?.confirmations ?? 0) > 0).toBe(state !== 'waiting');
    expect(found?.at === null).toBe(state === 'waiting');
  });
  test('one that is nowhere is said so by each chain that it can be on, by name and moment', async () => {
    const { value, asOf, stale } = await connect(setting).find(`0x${'ab'.repeat(32)}`);
    expect(value.answers.map((it) => [it.chain, it.state, it.source])).toEqual([
      ['ethereum', 'not_found', new URL(url).host],
      ['bsc', 'not_found', new URL(url).host],
    ]);
    expect([Math.round((asOf.getTime() - clock.now().getTime()) / 10_000), stale]).toEqual([0, false]);
  });
});

describe('the simulated explorers of other chains', () => {
  test.each([
    [
      '6B1F0C52D9A847E3B05C6E7F1A2D4938C7E5B6A01F9D3C482E6B7A5D0C1F8E94',
      'bitcoin',
      'waiting',
      ['0.025 BTC plain', '1.18400021 BTC plain'],
    ],
    [
      '19d3b7e5f0a2c4869b1d3f5e7a9c0b2d4f6e8a1c3b5d7f9e0a2c4e6b8d0f1a37',
      'litecoin',
      'succeeded',
      ['12.5 LTC plain'],
    ],
  ])('%s is on %s, %s', async (txid, chain, state, transfers) => {
    const found = await foundOf(txid);
    expect(found).toMatchObject({ chain, state, complete: true });
    expect(found?.transfers.map((it) => `${it.amount} ${it.asset} ${it.kind}`)).toEqual(transfers);
    expect(found?.transfers.every((it) => it.memo === undefined)).toBe(true);
  });
  test.each([
    ['9C3E5A7B1D0F2846E8A0C2D4F6B8190A3C5E7D9F1B2A4C6E80D2F4B6A8C0E135', 'succeeded', [['250', null]]],
    ['2b4d6f8a0c1e3057f9b1d3e5a7c9204b6d8f0a2c4e6183b5d7f9a1c3e5072846', 'succeeded', [['1.234567', '4711']]],
    ['7F9B1D3E5A7C9204B6D8F0A2C4E6183B5D7F9A1C3E50728462B4D6F8A0C1E305', 'reverted', []],
  ])('%s on the XRP Ledger, with its tag', async (txid, state, moved) => {
    const found = await foundOf(txid, connect(scanned));
    expect(found).toMatchObject({ chain: 'xrp', state, complete: true, at: expect.any(Date) });
    expect(found?.transfers.map(({ amount, memo }) => [amount, memo])).toEqual(moved);
  });
  test('one that the ledger does not have is not found, and one that it cannot be asked about is refused', async () => {
    const { value } = await connect(`xrp:xrpl:${url}/xrp`).find('AB'.repeat(32));
    expect(value.answers).toMatchObject([{ chain: 'xrp', state: 'not_found' }]);
    await expect(connect(`xrp:xrpl:${url}/nowhere`).find('AB'.repeat(32))).rejects.toMatchObject({
      reason: 'unavailable',
    });
  });
});

describe('Etherscan, which complains with status 200', () => {
  const only = `ethereum:etherscan:${url}/etherscan/v2/api`;
  test.each([
    ['Max daily rate limit reached. 100000 (100%) of 100000 day/limit', 61_000],
    ['Too many invalid api key attempts, please try again later', 31_000],
  ])('%s: it is left alone, and asked again later', async (says, rest) => {
    const own = createExplorer({
      clock,
      addresses: readExplorers(only) ?? [],
      keys,
      patience: { allowance },
    });
    etherscan.says = says;
    await expect(own.find(sent)).rejects.toMatchObject({ reason: 'unavailable' });
    etherscan.says = null;
    const before = asked;
    await expect(own.find(sent)).rejects.toMatchObject({ reason: 'unavailable' });
    expect(asked).toBe(before);
    clock.pass(rest);
    // It has not been taken for broken: four in a row would rest for longer.
    for (let more = 0; more < 3; more++) await own.find(`0x${'ab'.repeat(31)}0${more}`);
    expect(asked).toBeGreaterThan(before);
  });
  test('its key is in no error, however it fails, and nowhere but in the question', async () => {
    for (const mode of ['none', 'error', 'busy', 'broken', 'slow'] as const)
      for (const key of [simulatedExplorerKey, 'a-key-that-nobody-gave']) {
        faults.mode = mode;
        if (mode === 'none' && key === simulatedExplorerKey) etherscan.says = 'Max rate limit reached';
        const given = {
          patience: { timeoutMilliseconds: 200, allowance },
          addresses: readExplorers(only) ?? [],
        };
        const own = createExplorer({ clock, ...given, keys: new Map([['ethereum', key]]) });
        const error: unknown = await own.find(sent).catch((it: unknown) => it);
        etherscan.says = null;
        expect(error).toBeInstanceOf(Error);
        expect(inspect(error, { depth: 20, showHidden: true })).not.toContain(key);
      }
    const door = openExplorer('nobody', clock, { timeoutMilliseconds: 200 }, etherscanRest);
    const silence: unknown = await createEtherscan(
      'ethereum',
      'http://127.0.0.1:9/api',
      door,
      'a-key-that-nobody-gave',
    )
      .transaction(sent)
      .catch((it: unknown) => it);
    expect(silence).toBeInstanceOf(ServiceSilence);
    expect(inspect(silence, { depth: 20, showHidden: true })).not.toContain('a-key-that-nobody-gave');
  });
  test.each([
    ['Max rate limit reached, please use API Key for higher rate limit', 1],
    ['Max calls per sec rate limit reached (3/sec)', 1],
  ])('%s: for a moment', (says, seconds) => {
    const text = JSON.stringify({ status: '0', message: 'NOTOK', result: says });
    expect(etherscanRest({ status: 200, headers: new Headers(), text })).toBe(seconds);
  });
  test('a transaction that speaks of rate limits is one', () => {
    const text = JSON.stringify({ jsonrpc: '2.0', result: { input: 'Max rate limit reached' } });
    expect(etherscanRest({ status: 200, headers: new Headers(), text })).toBeNull();
  });
});

describe('is asked', () => {
  test('no more often than the answer may change, and is said to be old while the explorer is silent', async () => {
    const explorer = connect();
    const first = await explorer.find(sent);
    const before = asked;
    expect(await explorer.find(sent)).toEqual(first);
    expect(asked).toBe(before);
    clock.pass(60_000);
    faults.mode = 'error';
    expect(await explorer.find(sent)).toMatchObject({ asOf: first.asOf, stale: true });
    clock.pass(11 * 60_000);
    await expect(explorer.find(sent)).rejects.toMatchObject({ reason: 'unavailable' });
  });
  test('not at all about what no explorer can know', async () => {
    const before = asked;
    for (const txid of ['nonsense', '5'.repeat(88)])
      await expect(connect().find(txid)).rejects.toMatchObject({ reason: 'not_connected' });
    await expect(connect('').find(sent)).rejects.toMatchObject({ reason: 'not_connected' });
    expect(asked).toBe(before);
  });
  test('no more after it failed again and again', async () => {
    const explorer = connect(`ethereum:blockscout:${url}/ethereum`);
    faults.mode = 'broken';
    for (let round = 0; round < 4; round++) {
      await expect(explorer.find(sent)).rejects.toMatchObject({ reason: 'unavailable' });
      clock.pass(2_000);
    }
    const before = asked;
    faults.mode = 'none';
    await expect(explorer.find(sent)).rejects.toMatchObject({ reason: 'unavailable' });
    expect(asked).toBe(before);
    clock.pass(30_000);
    expect((await explorer.find(sent)).value.answers).toMatchObject([{ state: 'found' }]);
  });
  test.each(['error', 'busy', 'broken', 'slow'] as const)(
    'and one that is %s keeps nobody else from answering',
    async (mode) => {
      const bad = fastify();
      registerExplorers(bad, () => clock.now(), { faults: { mode, aheadMilliseconds: 0 } });
      const elsewhere = await bad.listen({ port: 0, host: '127.0.0.1' });
      const explorer = connect(`bsc:blockscout:${elsewhere}/bsc,ethereum:blockscout:${url}/ethereum`, 500);
      const { value } = await explorer.find(sent);
      expect(value.answers.map((it) => it.state)).toEqual(['silent', 'found']);
      await bad.close();
    },
  );
});

/** One answer for every question. */
async function answering(status: number, body: string, headers: Record<string, string> = {}) {
  const server = createServer((_request, response) => response.writeHead(status, headers).end(body));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  afterAll(() => server.close());
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
}

describe('a server that misbehaves', () => {
  const transaction = { hash: sent, status: 'ok', confirmations: 4, timestamp: null, to: null, value: '0' };
  test.each<[string, number, string, Record<string, string>]>([
    [
      'tells of another transaction',
      200,
      JSON.stringify({ ...transaction, hash: `0x${'00'.repeat(32)}` }),
      {},
    ],
    ['knows a state that we do not', 200, JSON.stringify({ ...transaction, status: 'maybe' }), {}],
    ['has amounts that are none', 200, JSON.stringify({ ...transaction, value: '-1' }), {}],
    ['answers with a page', 200, '<html></html>', {}],
    ['sends us elsewhere', 302, '', { location: `${url}/ethereum/api/v2/transactions/${sent}` }],
    ['never ends', 200, `{"hash":"${'x'.repeat(1_100_000)}"}`, {}],
    ['refuses', 403, '{}', {}],
  ])('%s', async (_what, status, body, headers) => {
    const explorer = connect(`ethereum:blockscout:${await answering(status, body, headers)}`);
    await expect(explorer.find(sent)).rejects.toMatchObject({ reason: 'unavailable' });
  });
});

describe('as documented', () => {
  test('Blockscout, with a list of transfers that goes on elsewhere', async () => {
    const person = (hash: string) => ({
      hash,
      implementation_name: null,
      is_contract: false,
      name: null,
      public_tags: [],
    });
    const hash = '0x6662ad1ad2ea899e9e27832dc202fd2ef915a5d2816c1142e6933cff93f7c592';
    const server = await answering(
      200,
      JSON.stringify({
        hash,
        timestamp: '2022-08-02T07:18:05.000000Z',
        fee: { type: 'actual', value: '9853224000000000' },
        block_number: 15_260_000,
        status: 'ok',
        method: 'transferFrom',
        confirmations: 35_982,
        type: 2,
        exchange_rate: '1866.51',
        to: person('0x4A9Bc0B93E9eE0a4d2aF0dB2dd9Eb0dA9cE0d7Be'),
        value: '0',
        token_transfers: [
          {
            from: person('0xcc4e74EB7F0D2F3e8c86Ac08A6B70689F564b226'),
            to: person('0xEf8801eaf234ff82801821FFe2d78D60a0237F97'),
            token: {
              address_hash: '0xdAC17F958D2ee523a2206206994597C13D831ec7',
              decimals: '6',
              symbol: 'USDT',
              type: 'ERC-20',
            },
            total: { decimals: '6', value: '830000000' },
            type: 'token_transfer',
          },
          {
            from: person(ours),
            to: person(ours),
            token: { symbol: 'PICTURE', type: 'ERC-721' },
            total: { token_id: '7' },
          },
        ],
        token_transfers_overflow: true,
        revert_reason: null,
      }),
    );
    expect(await foundOf(hash, connect(`ethereum:blockscout:${server}`))).toEqual({
      chain: 'ethereum',
      txid: hash,
      state: 'succeeded',
      confirmations: 35_982,
      at: new Date('2022-08-02T07:18:05Z'),
      transfers: [
        { to: '0xEf8801eaf234ff82801821FFe2d78D60a0237F97', asset: 'USDT', amount: '830', kind: 'token' },
      ],
      complete: false,
    });
  });
});

test.each([
  'bitcoin:blockscout:https://example.com',
  'ethereum:esplora:https://example.com',
  'other:esplora:https://example.com',
  'ethereum:blockscout:ftp://example.com',
  'ethereum:blockscout:https://user:secret@example.com',
  'ethereum:blockscout:https://example.com?apikey=secret',
  'ethereum:blockscout:https://example.com,ethereum:blockscout:https://example.org',
  'https://example.com',
])('%s is no explorer', (setting) => {
  expect(readExplorers(setting)).toBeNull();
});

test.each<[string, Array<[string, string]> | null]>([
  ['ABCDEFGH12', [['every', 'ABCDEFGH12']]],
  [
    'ethereum:ABCDEFGH12, bsc:12345678',
    [
      ['ethereum', 'ABCDEFGH12'],
      ['bsc', '12345678'],
    ],
  ],
  ['', []],
  ['short', null],
  ['ethereum:ABCDEFGH12,ethereum:12345678', null],
  ['moon:ABCDEFGH12', null],
  ['ABCD EFGH', null],
])('keys by chain: %s', (setting, read) => {
  const keys = readExplorerKeys(setting);
  expect(keys && [...keys]).toEqual(read);
});
