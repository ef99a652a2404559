import { z } from 'zod';
import type { ExplorerChain } from '../../../platform/config/read-explorers.ts';
import type { Service, ServiceAnswer } from '../../../platform/service/service.ts';
import { readDecimal } from '../connector/decimal.ts';
import { readJson } from '../htx/read-json.ts';
import type { ChainTransaction, ChainTransfer, ExplorerAdapter } from './chain-explorer.ts';

/** Numbers are read as they are written; some versions write them as texts. */
const whole = z.string().regex(/^\d{1,80}$/);
const address = z.object({ hash: z.string(), is_contract: z.boolean().nullish() });
const tokenTransfer = z.object({
  to: address.nullish(),
  token: z.object({ symbol: z.string().nullish() }).nullish(),
  // Of tokens that are counted. Others, such as pictures, have no amount.
  total: z.object({ value: whole.nullish(), decimals: whole.nullish() }).nullish(),
});
const transaction = z.object({
  hash: z.string(),
  status: z.enum(['ok', 'error']).nullish(),
  confirmations: whole.nullish(),
  timestamp: z.iso.datetime({ offset: true }).nullish(),
  to: address.nullish(),
  value: whole,
  token_transfers: z.array(tokenTransfer).nullish(),
  token_transfers_overflow: z.boolean().nullish(),
});
const internals = z.object({
  items: z.array(z.object({ to: address.nullish(), value: whole.nullish(), success: z.boolean().nullish() })),
  next_page_params: z.unknown().nullish(),
});

const coins: Partial<Record<ExplorerChain, string>> = {
  ethereum: 'ETH',
  bsc: 'BNB',
  arbitrum: 'ETH',
  polygon: 'POL',
};

/** Speaks Blockscout's REST API, version 2: `/api/v2/transactions/:hash` and its `/internal-transactions`, asked for what a contract moved. */
export function createBlockscout(chain: ExplorerChain, base: string, door: Service): ExplorerAdapter {
  const coin = coins[chain] ?? '';
  const plain = (to: string, value: string, kind: ChainTransfer['kind']): ChainTransfer[] =>
    /^0+$/.test(value) ? [] : [{ to, asset: coin, amount: readDecimal(`${value}e-18`) ?? '0', kind }];

  return {
    async transaction(txid) {
      const url = `${base}/api/v2/transactions/${encodeURIComponent(txid.toLowerCase())}`;
      const it = await door.ask(
        () => ({ url }),
        (answer) => readTransaction(answer, txid),
      );
      if (!it) return null;
      const state = it.status === 'ok' ? 'succeeded' : it.status === 'error' ? 'reverted' : 'waiting';
      const inner =
        state === 'succeeded' && it.to?.is_contract
          ? await door.ask(() => ({ url: `${url}/internal-transactions` }), readInternals)
          : { items: [], next_page_params: null };
      const tokens = (it.token_transfers ?? []).flatMap(({ to, token, total }): ChainTransfer[] => {
        const amount = total?.value && readDecimal(`${total.value}e-${total.decimals ?? 0}`);
        if (!to || !amount) return [];
        return [{ to: to.hash, asset: (token?.symbol ?? '').toUpperCase(), amount, kind: 'token' }];
      });
      return {
        chain,
        txid,
        state,
        confirmations: state === 'waiting' ? 0 : Number(it.confirmations ?? 0),
        at: it.timestamp && state !== 'waiting' ? new Date(it.timestamp) : null,
        // What was undone moved nothing.
        transfers:
          state === 'reverted'
            ? []
            : [
                ...(it.to ? plain(it.to.hash, it.value, 'plain') : []),
                ...tokens,
                ...inner.items.flatMap(({ to, value, success }) =>
                  to && value && success !== false ? plain(to.hash, value, 'internal') : [],
                ),
              ],
        complete: !it.token_transfers_overflow && !inner.next_page_params,
      } satisfies ChainTransaction;
    },
  };
}

function readTransaction({ status, text }: ServiceAnswer, txid: string): z.infer<typeof transaction> | null {
  if (status === 404) return null;
  if (status !== 200) throw new Error(`status ${status}`);
  const read = transaction.parse(readJson(text));
  if (read.hash.toLowerCase() !== txid.toLowerCase()) throw new Error('it is another transaction');
  return read;
}

function readInternals({ status, text }: ServiceAnswer): z.infer<typeof internals> {
  if (status !== 200) throw new Error(`status ${status}`);
  return internals.parse(readJson(text));
}
