import { z } from 'zod';
import type { ExplorerChain } from '../../../platform/config/read-explorers.ts';
import { type Service, type ServiceAnswer, ServiceSilence } from '../../../platform/service/service.ts';
import { readDecimal } from '../connector/decimal.ts';
import { readJson } from '../htx/read-json.ts';
import type { ChainTransaction, ChainTransfer, ExplorerAdapter } from './chain-explorer.ts';

const hex = z.string().regex(/^0x[\da-f]{1,80}$/i);
const address = z.string().regex(/^0x[\da-f]{40}$/i);
const transaction = z.object({
  hash: z.string(),
  to: address.nullish(),
  value: hex,
  input: z.string().nullish(),
  blockNumber: hex.nullish(),
});
const receipt = z.object({
  status: hex.nullish(),
  blockNumber: hex,
  logs: z.array(z.object({ address, topics: z.array(z.string()), data: z.string() })),
});
const block = z.object({ timestamp: hex });
const tokenRows = z.array(
  z.object({
    contractAddress: address,
    tokenSymbol: z.string(),
    tokenDecimal: z.string().regex(/^\d{1,3}$/),
  }),
);
const inner = z.array(
  z.object({
    to: z.string().nullish(),
    value: z.string().regex(/^\d{1,80}$/),
    isError: z.string().nullish(),
  }),
);

/** By its number each chain is asked for at the one address of version 2. */
const chains: Partial<Record<ExplorerChain, { id: number; coin: string }>> = {
  ethereum: { id: 1, coin: 'ETH' },
  bsc: { id: 56, coin: 'BNB' },
  arbitrum: { id: 42_161, coin: 'ETH' },
  polygon: { id: 137, coin: 'POL' },
};
/** `Transfer(address,address,uint256)`; a fourth topic is the number of a picture. */
const transferTopic = '0xddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef';
/** A deposit moves one token, or two. What moves more is told in part. */
const mostTokens = 3;

/** What the API answers with status 200 where it was asked too often. Null where it is something else. */
export function etherscanRest({ text }: ServiceAnswer): number | null {
  // Only its own short complaints: such words can stand in a transaction, too.
  if (text.length > 1_000 || !/"status"\s*:\s*"0"/.test(text)) return null;
  if (/daily rate limit/i.test(text)) return 60;
  if (/too many invalid api key/i.test(text)) return 30;
  return /rate limit/i.test(text) ? 1 : null;
}

/**
 * Speaks the API of Etherscan (`module`, `action`, `apikey`; version 2 with `chainid`) and of those that are like it. The key stands in the address of each
 * question, and nowhere else: no message and no error holds an address.
 */
export function createEtherscan(
  chain: ExplorerChain,
  base: string,
  door: Service,
  key: string | null,
): ExplorerAdapter {
  const { id, coin } = chains[chain] ?? { id: 0, coin: '' };
  const ask = <T>(question: Readonly<Record<string, string>>, shape: z.ZodType<T>): Promise<T | null> =>
    door.ask(
      () => {
        const url = new URL(base);
        for (const [name, value] of Object.entries({ chainid: String(id), ...question }))
          url.searchParams.set(name, value);
        if (key !== null) url.searchParams.set('apikey', key);
        return { url: url.href };
      },
      (answer) => read(answer, shape),
    );
  const proxy = <T>(action: string, question: Readonly<Record<string, string>>, shape: z.ZodType<T>) =>
    ask({ module: 'proxy', action, ...question }, shape);

  async function tokensOf(logs: z.infer<typeof receipt>['logs'], number: string) {
    const moved = logs.filter(({ topics }) => topics.length === 3 && topics[0] === transferTopic);
    const contracts = [...new Set(moved.map((it) => it.address.toLowerCase()))];
    const names = new Map<string, { symbol: string; decimals: string }>();
    for (const contract of contracts.slice(0, mostTokens)) {
      const height = String(Number(number));
      const place = { startblock: height, endblock: height, page: '1', offset: '1', sort: 'asc' };
      const question = { module: 'account', action: 'tokentx', contractaddress: contract, ...place };
      const [row] = (await ask(question, tokenRows)) ?? [];
      if (row && row.contractAddress.toLowerCase() === contract)
        names.set(contract, { symbol: row.tokenSymbol.toUpperCase(), decimals: row.tokenDecimal });
    }
    const transfers = moved.flatMap((it): ChainTransfer[] => {
      const name = names.get(it.address.toLowerCase());
      const to = /^0x0{24}([\da-f]{40})$/i.exec(it.topics[2] ?? '')?.[1];
      const amount = name && /^0x[\da-f]{1,64}$/i.test(it.data) && scaled(BigInt(it.data), name.decimals);
      return name && to && amount ? [{ to: `0x${to}`, asset: name.symbol, amount, kind: 'token' }] : [];
    });
    return { transfers, complete: transfers.length === moved.length };
  }
  const plain = (
    to: string | null | undefined,
    value: bigint,
    kind: ChainTransfer['kind'],
  ): ChainTransfer[] =>
    to && value > 0n ? [{ to, asset: coin, amount: scaled(value, '18') ?? '0', kind }] : [];

  return {
    async transaction(txid) {
      const txhash = txid.toLowerCase();
      const found = await proxy('eth_getTransactionByHash', { txhash }, transaction);
      if (!found) return null;
      if (found.hash.toLowerCase() !== txhash)
        throw new ServiceSilence('unavailable', 'it is another transaction');
      const done = found.blockNumber ? await proxy('eth_getTransactionReceipt', { txhash }, receipt) : null;
      if (!done)
        return {
          chain,
          txid,
          state: 'waiting',
          confirmations: 0,
          at: null,
          transfers: plain(found.to, BigInt(found.value), 'plain'),
          complete: true,
        };
      const [height, at] = [
        await proxy('eth_blockNumber', {}, hex),
        await proxy('eth_getBlockByNumber', { tag: done.blockNumber, boolean: 'false' }, block),
      ];
      const failed = done.status !== null && done.status !== undefined && Number(done.status) === 0;
      const called = !failed && Boolean(found.input) && found.input !== '0x';
      const within = called ? await ask({ module: 'account', action: 'txlistinternal', txhash }, inner) : [];
      const tokens = failed ? { transfers: [], complete: true } : await tokensOf(done.logs, done.blockNumber);
      return {
        chain,
        txid,
        state: failed ? 'reverted' : 'succeeded',
        // A tip that is behind, of another machine behind the same name, takes no confirmation away.
        confirmations: Math.max(1, Number(height ?? done.blockNumber) - Number(done.blockNumber) + 1),
        at: at && new Date(Number(at.timestamp) * 1_000),
        // What was undone moved nothing.
        transfers: failed
          ? []
          : [
              ...plain(found.to, BigInt(found.value), 'plain'),
              ...tokens.transfers,
              ...(within ?? []).flatMap(({ to, value, isError }) =>
                isError === '1' ? [] : plain(to, BigInt(value), 'internal'),
              ),
            ],
        complete: tokens.complete,
      } satisfies ChainTransaction;
    },
  };
}

const scaled = (value: bigint, decimals: string): string | null => readDecimal(`${value}e-${decimals}`);

const rpc = z.object({ jsonrpc: z.string(), result: z.unknown() });
const listed = z.object({ status: z.string(), message: z.string(), result: z.unknown() });

/** Null where the API says that there is no such thing. Throws `ServiceSilence` where it was asked too often. */
function read<T>(answer: ServiceAnswer, shape: z.ZodType<T>): T | null {
  if (etherscanRest(answer) !== null) throw new ServiceSilence('rate_limited', 'it was asked too often');
  if (answer.status !== 200) throw new Error(`status ${answer.status}`);
  const body = readJson(answer.text);
  const called = rpc.safeParse(body);
  if (called.success) {
    if (called.data.result === null) return null;
    return shape.parse(called.data.result);
  }
  const { status, message, result } = listed.parse(body);
  // What it says besides may name the key that it does not know.
  if (status !== '1' && !/^No (?:transactions|records|token transfers) found$/i.test(message))
    throw new Error('it refused');
  return shape.parse(result ?? []);
}
