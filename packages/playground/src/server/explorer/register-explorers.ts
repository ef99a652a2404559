import type { FastifyInstance } from 'fastify';
import { timeLineAt } from '../exchange/accounts/time-line.ts';
import { type Faults, registerFaults } from '../exchange/gateway/faults.ts';
import { blockAt } from './block-heights.ts';
import { type ContractStory, contractStories, type OutputStory, outputStories } from './chain-stories.ts';
import { type EtherscanFaults, registerEtherscan } from './register-etherscan.ts';
import { registerXrpl } from './register-xrpl.ts';

/** The key that the simulated Etherscan asks for; it opens nothing else. */
export const simulatedExplorerKey = 'simulated-explorer-key';
const noFaults: Faults = { mode: 'none', aheadMilliseconds: 0 };

/**
 * Block explorers of five chains in the shapes of Esplora (`/bitcoin`, `/litecoin`), of Blockscout's REST API, version 2 (`/ethereum`, `/bsc`), of
 * Etherscan's (`/etherscan/v2/api`, the same transactions), and of a server of the XRP Ledger (`/xrp`).
 */
export function registerExplorers(
  app: FastifyInstance,
  now: () => Date,
  { faults = noFaults, etherscan = { says: null } }: { faults?: Faults; etherscan?: EtherscanFaults } = {},
): void {
  registerFaults(app, faults);
  for (const chain of ['bitcoin', 'litecoin'] as const) registerEsplora(app, chain, now);
  for (const chain of ['ethereum', 'bsc'] as const) registerBlockscout(app, chain, now);
  registerEtherscan(app, now, { key: simulatedExplorerKey, faults: etherscan });
  registerXrpl(app, now);
}

const minedAt = ({ hours, state }: OutputStory | ContractStory, now: Date): number | null =>
  state === 'waiting' ? null : timeLineAt(now.getTime()).before(hours);

function registerEsplora(app: FastifyInstance, chain: OutputStory['chain'], now: () => Date): void {
  const statusOf = (story: OutputStory) => {
    const at = minedAt(story, now());
    if (at === null) return { confirmed: false };
    const height = blockAt(chain, at);
    const block_hash = height.toString(16).padStart(64, '0');
    return { confirmed: true, block_height: height, block_hash, block_time: Math.floor(at / 1_000) };
  };
  const storyOf = (txid: string) => outputStories.find((it) => it.chain === chain && it.txid === txid);

  app.get<{ Params: { txid: string } }>(`/${chain}/tx/:txid`, async (request, reply) => {
    const { txid } = request.params;
    if (!/^[0-9a-f]{64}$/.test(txid)) return reply.code(400).type('text/plain').send('Invalid hex string');
    const story = storyOf(txid);
    if (!story) return reply.code(404).type('text/plain').send('Transaction not found');
    return {
      txid,
      version: 2,
      locktime: 0,
      vin: [],
      vout: story.outputs.map(([address, value]) => ({
        scriptpubkey: '',
        scriptpubkey_asm: '',
        scriptpubkey_type: 'v0_p2wpkh',
        scriptpubkey_address: address,
        value,
      })),
      size: 222,
      weight: 561,
      fee: 1_410,
      status: statusOf(story),
    };
  });
  app.get<{ Params: { txid: string } }>(`/${chain}/tx/:txid/status`, async (request, reply) => {
    const story = storyOf(request.params.txid);
    return story ? statusOf(story) : reply.code(404).type('text/plain').send('Transaction not found');
  });
  app.get(`/${chain}/blocks/tip/height`, async (_request, reply) =>
    reply.type('text/plain').send(String(blockAt(chain, now().getTime()))),
  );
}

function registerBlockscout(app: FastifyInstance, chain: ContractStory['chain'], now: () => Date): void {
  const addressOf = (hash: string, is_contract = false) => ({
    hash,
    is_contract,
    is_verified: false,
    name: null,
  });
  const storyOf = (hash: string) => contractStories.find((it) => it.chain === chain && it.txid === hash);
  const path = `/${chain}/api/v2/transactions/:hash`;

  app.get<{ Params: { hash: string } }>(path, async (request, reply) => {
    const { hash } = request.params;
    if (!/^0x[0-9a-f]{64}$/.test(hash)) return reply.code(422).send({ message: 'Invalid parameter(s)' });
    const story = storyOf(hash);
    if (!story) return reply.code(404).send({ message: 'Not found' });
    const at = minedAt(story, now());
    const block = at === null ? null : blockAt(chain, at);
    return {
      hash,
      status: story.state === 'waiting' ? null : story.state,
      result: story.state === 'error' ? 'execution reverted' : 'success',
      block_number: block,
      confirmations: block === null ? 0 : blockAt(chain, now().getTime()) - block + 1,
      timestamp: at === null ? null : new Date(at).toISOString().replace('Z', '000Z'),
      from: addressOf('0x8617E340B3D01FA5F11F306F4090FD50E238070D'),
      to: addressOf(story.to, story.toContract),
      value: story.value,
      method: story.tokens.length > 0 ? 'transfer' : null,
      token_transfers: story.tokens.map(({ to, symbol, decimals, value }) => ({
        from: addressOf('0x8617E340B3D01FA5F11F306F4090FD50E238070D'),
        to: addressOf(to),
        token: { address_hash: story.to, symbol, decimals, type: 'ERC-20' },
        total: { value, decimals },
        type: 'token_transfer',
      })),
      token_transfers_overflow: false,
      has_error_in_internal_transactions: false,
    };
  });
  app.get<{ Params: { hash: string } }>(`${path}/internal-transactions`, async (request, reply) => {
    const story = storyOf(request.params.hash);
    if (!story) return reply.code(404).send({ message: 'Not found' });
    const items = story.internal.map(({ to, value }, index) => ({
      index: index + 1,
      type: 'call',
      success: true,
      error: null,
      from: addressOf(story.to, true),
      to: addressOf(to),
      value,
      transaction_hash: story.txid,
    }));
    return { items, next_page_params: null };
  });
}
