import type { FastifyInstance } from 'fastify';
import { currencies } from './currencies.ts';

/** What may be changed of one network of a coin. */
interface ChainChange {
  readonly transactFeeWithdraw?: string;
  readonly depositStatus?: 'allowed' | 'prohibited';
  readonly withdrawStatus?: 'allowed' | 'prohibited';
}

/** The exchange's networks as they are now. */
export interface ChainDesk {
  now(): typeof currencies;
  /** False for a network that there is not. */
  change(chain: string, change: ChainChange): boolean;
  /** All as it was in the beginning. */
  restore(): void;
}

/** Holds in the memory of one process what visitors of the demo changed. */
export function createChainDesk(): ChainDesk {
  const changed = new Map<string, ChainChange>();
  return {
    now: () =>
      currencies.map((it) => ({
        ...it,
        chains: it.chains.map((chain) => ({ ...chain, ...changed.get(chain.chain) })),
      })),
    change(chain, change) {
      if (!currencies.some((it) => it.chains.some((known) => known.chain === chain))) return false;
      changed.set(chain, { ...changed.get(chain), ...change });
      return true;
    },
    restore: () => changed.clear(),
  };
}

/** The desk at which a visitor plays the exchange: what it serves there is no part of the exchange's API. */
export function registerChainDesk(app: FastifyInstance, desk: ChainDesk): void {
  const chains = () => ({
    changed: JSON.stringify(desk.now()) !== JSON.stringify(currencies),
    chains: desk.now().flatMap(({ currency, chains }) =>
      chains.map((it) => ({
        chain: it.chain,
        currency,
        network: it.displayName,
        fee: it.transactFeeWithdraw,
        deposits: it.depositStatus === 'allowed',
        withdrawals: it.withdrawStatus === 'allowed',
      })),
    ),
  });
  app.get('/desk/chains', async () => chains());
  app.put<{ Params: { chain: string } }>('/desk/chains/:chain', async (request, reply) => {
    const change = changeIn(request.body);
    if (!change)
      return reply.code(400).send({ error: 'a fee like 1.5, or deposits or withdrawals true or false' });
    if (!desk.change(request.params.chain, change)) return reply.code(404).send({ error: 'unknown chain' });
    return chains();
  });
  app.delete('/desk/chains', async () => {
    desk.restore();
    return chains();
  });
}

const status = (open: boolean) => (open ? 'allowed' : 'prohibited');

function changeIn(body: unknown): ChainChange | undefined {
  if (typeof body !== 'object' || body === null) return undefined;
  const { fee, deposits, withdrawals } = body as Record<string, unknown>;
  if (fee !== undefined && !(typeof fee === 'string' && /^\d{1,12}(?:\.\d{1,8})?$/.test(fee)))
    return undefined;
  if ([deposits, withdrawals].some((it) => it !== undefined && typeof it !== 'boolean')) return undefined;
  return {
    ...(typeof fee === 'string' && { transactFeeWithdraw: fee }),
    ...(typeof deposits === 'boolean' && { depositStatus: status(deposits) }),
    ...(typeof withdrawals === 'boolean' && { withdrawStatus: status(withdrawals) }),
  };
}
