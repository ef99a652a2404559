import { z } from 'zod';
import type { ExplorerChain } from '../../../platform/config/read-explorers.ts';
import type { Service, ServiceAnswer } from '../../../platform/service/service.ts';
import { readDecimal } from '../connector/decimal.ts';
import { readJson } from '../htx/read-json.ts';
import type { ChainTransaction, ExplorerAdapter } from './chain-explorer.ts';

/** Numbers are read as they are written. */
const whole = z.string().regex(/^\d{1,20}$/);
const shape = z.object({
  txid: z.string(),
  vout: z.array(z.object({ scriptpubkey_address: z.string().optional(), value: whole })),
  status: z.object({
    confirmed: z.boolean(),
    block_height: whole.optional(),
    block_time: whole.optional(),
  }),
});

const coins: Partial<Record<ExplorerChain, string>> = { bitcoin: 'BTC', litecoin: 'LTC', dogecoin: 'DOGE' };

/** Speaks Esplora (blockstream.info, mempool.space, litecoinspace.org and one's own): `/tx/:txid` and `/blocks/tip/height`. */
export function createEsplora(chain: ExplorerChain, base: string, door: Service): ExplorerAdapter {
  const height = () => door.ask(() => ({ url: `${base}/blocks/tip/height` }), readHeight);
  return {
    async transaction(txid) {
      const found = await door.ask(
        () => ({ url: `${base}/tx/${encodeURIComponent(txid.toLowerCase())}` }),
        (answer) => readTransaction(answer, txid),
      );
      if (!found) return null;
      const { status, vout } = found;
      const mined =
        status.confirmed && status.block_height !== undefined ? Number(status.block_height) : null;
      // A tip that is behind, of another machine behind the same name, takes no confirmation away.
      const confirmations = mined === null ? 0 : Math.max(1, (await height()) - mined + 1);
      return {
        chain,
        txid,
        state: mined === null ? 'waiting' : 'succeeded',
        confirmations,
        at: mined !== null && status.block_time ? new Date(Number(status.block_time) * 1_000) : null,
        transfers: vout.flatMap(({ scriptpubkey_address: to, value }) =>
          to === undefined
            ? []
            : [{ to, asset: coins[chain] ?? '', amount: readDecimal(`${value}e-8`) ?? '0', kind: 'plain' }],
        ),
        complete: true,
      } satisfies ChainTransaction;
    },
  };
}

function readTransaction({ status, text }: ServiceAnswer, txid: string): z.infer<typeof shape> | null {
  if (status === 404) return null;
  if (status !== 200) throw new Error(`status ${status}`);
  const read = shape.parse(readJson(text));
  if (read.txid.toLowerCase() !== txid.toLowerCase()) throw new Error('it is another transaction');
  return read;
}

function readHeight({ status, text }: ServiceAnswer): number {
  if (status !== 200 || !/^\d{1,12}$/.test(text.trim())) throw new Error('no height');
  return Number(text);
}
