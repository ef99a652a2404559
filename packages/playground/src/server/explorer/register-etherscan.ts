import type { FastifyInstance } from 'fastify';
import { timeLineAt } from '../exchange/accounts/time-line.ts';
import { blockAt, type ContractChain } from './block-heights.ts';
import { type ContractStory, contractStories } from './chain-stories.ts';

const chainOf: Readonly<Record<string, ContractChain>> = { '1': 'ethereum', '56': 'bsc' };
const transferTopic = '0xddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef';
const from = '0x8617e340b3d01fa5f11f306f4090fd50e238070d';
const hex = (value: number | bigint) => `0x${value.toString(16)}`;
const word = (digits: string) => `0x${digits.replace(/^0x/, '').toLowerCase().padStart(64, '0')}`;

/** The switches of the simulated Etherscan. */
export interface EtherscanFaults {
  /** What it says instead of an answer, with status 200, as the real one does. */
  says: string | null;
}

/** The same stories in the shapes of Etherscan's API, version 2: `module`, `action`, `chainid`, `apikey`. */
export function registerEtherscan(
  app: FastifyInstance,
  now: () => Date,
  { key, faults }: { key: string; faults: EtherscanFaults },
): void {
  app.get('/etherscan/v2/api', (request, reply) => {
    const said = (it: unknown) => reply.send(it);
    const query = request.query as Readonly<Record<string, string | undefined>>;
    const refused = (result: string) => ({ status: '0', message: 'NOTOK', result });
    if (faults.says !== null) return said(refused(faults.says));
    if (query['apikey'] !== key) return said(refused('Invalid API Key'));
    const chain = chainOf[query['chainid'] ?? ''];
    if (!chain) return said(refused('Missing or unsupported chainid parameter (required for v2 api)'));
    return said(answer(chain, query, now()));
  });
}

function answer(chain: ContractChain, query: Readonly<Record<string, string | undefined>>, now: Date) {
  const stories = contractStories.filter((it) => it.chain === chain);
  const story = stories.find(({ txid }) => txid === query['txhash']);
  const minedAt = ({ hours, state }: ContractStory) =>
    state === 'waiting' ? null : timeLineAt(now.getTime()).before(hours);
  const heightOf = (it: ContractStory) => {
    const at = minedAt(it);
    return at === null ? null : blockAt(chain, at);
  };
  const rpc = (result: unknown) => ({ jsonrpc: '2.0', id: 1, result });
  const listed = (result: readonly unknown[]) =>
    result.length > 0
      ? { status: '1', message: 'OK', result }
      : { status: '0', message: 'No transactions found', result };

  switch (`${query['module']} ${query['action']}`) {
    case 'proxy eth_getTransactionByHash': {
      if (!story) return rpc(null);
      const height = heightOf(story);
      return rpc({
        hash: story.txid,
        from,
        to: story.to.toLowerCase(),
        value: hex(BigInt(story.value)),
        input: story.toContract ? '0xa9059cbb' : '0x',
        blockNumber: height === null ? null : hex(height),
        type: '0x2',
      });
    }
    case 'proxy eth_getTransactionReceipt': {
      const height = story && heightOf(story);
      if (!story || height === null || height === undefined) return rpc(null);
      return rpc({
        transactionHash: story.txid,
        status: story.state === 'ok' ? '0x1' : '0x0',
        blockNumber: hex(height),
        logs: story.tokens.map(({ to, value }) => ({
          address: story.to.toLowerCase(),
          topics: [transferTopic, word(from), word(to)],
          data: word(hex(BigInt(value))),
        })),
      });
    }
    case 'proxy eth_blockNumber':
      return rpc(hex(blockAt(chain, now.getTime())));
    case 'proxy eth_getBlockByNumber': {
      const of = stories.find((it) => heightOf(it) !== null && hex(heightOf(it) ?? 0) === query['tag']);
      return rpc(
        of
          ? { number: query['tag'], timestamp: hex(Math.floor((minedAt(of) ?? 0) / 1_000)), transactions: [] }
          : null,
      );
    }
    case 'account tokentx':
      return listed(
        stories
          .filter(
            (it) =>
              it.to.toLowerCase() === query['contractaddress'] &&
              String(heightOf(it)) === query['startblock'],
          )
          .flatMap((it) =>
            it.tokens.map(({ to, symbol, decimals, value }) => ({
              hash: it.txid,
              from,
              to: to.toLowerCase(),
              value,
              contractAddress: it.to.toLowerCase(),
              tokenName: symbol,
              tokenSymbol: symbol,
              tokenDecimal: decimals,
            })),
          ),
      );
    case 'account txlistinternal':
      return listed(
        (story?.internal ?? []).map(({ to, value }) => ({
          from: story?.to.toLowerCase(),
          to: to.toLowerCase(),
          value,
          isError: '0',
          type: 'call',
        })),
      );
    default:
      return { status: '0', message: 'NOTOK', result: 'Error! Missing Or invalid Action name' };
  }
}
