import { z } from 'zod';
import type { ExplorerChain } from '../../../platform/config/read-explorers.ts';
import type { Service, ServiceAnswer } from '../../../platform/service/service.ts';
import { readDecimal } from '../connector/decimal.ts';
import { readJson } from '../htx/read-json.ts';
import type { ChainTransaction, ChainTransfer, ExplorerAdapter } from './chain-explorer.ts';

/** Of XRP in drops, of everything else with its issuer. */
const amount = z.union([
  z.string().regex(/^\d{1,20}$/),
  z.object({ value: z.string(), currency: z.string() }),
]);
const whole = z.string().regex(/^\d{1,12}$/);
const payment = z.object({
  hash: z.string(),
  TransactionType: z.string(),
  Destination: z.string().optional(),
  DestinationTag: whole.optional(),
  date: whole.optional(),
  ledger_index: whole.optional(),
  validated: z.boolean().optional(),
  meta: z.object({ TransactionResult: z.string(), delivered_amount: amount.optional() }).optional(),
});
const found = z.object({ result: payment });
const refused = z.object({ result: z.object({ error: z.string() }) });
const tip = z.object({ result: z.object({ ledger_index: whole }) });

/** The ledger counts its seconds from the year 2000. */
const epoch = 946_684_800;

/** Speaks the JSON-RPC of servers of the XRP Ledger (xrpl.org, `tx` and `ledger`): they say the destination tag, too. */
export function createXrpl(chain: ExplorerChain, base: string, door: Service): ExplorerAdapter {
  const ask = <T>(method: string, params: object, read: (answer: ServiceAnswer) => T) =>
    door.ask(
      () => ({
        url: base,
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ method, params: [params] }),
      }),
      read,
    );
  return {
    async transaction(txid) {
      const it = await ask(
        'tx',
        { transaction: txid.toUpperCase(), binary: false, api_version: 1 },
        (answer) => readPayment(answer, txid),
      );
      if (!it) return null;
      const settled = it.validated === true && it.meta !== undefined && it.ledger_index !== undefined;
      const height = settled ? await ask('ledger', { ledger_index: 'validated' }, readTip) : 0;
      return {
        chain,
        txid,
        state: !settled ? 'waiting' : it.meta?.TransactionResult === 'tesSUCCESS' ? 'succeeded' : 'reverted',
        confirmations: settled ? Math.max(1, height - Number(it.ledger_index) + 1) : 0,
        at: settled && it.date ? new Date((Number(it.date) + epoch) * 1_000) : null,
        transfers: settled && it.meta?.TransactionResult === 'tesSUCCESS' ? movedBy(it) : [],
        complete: it.TransactionType === 'Payment',
      } satisfies ChainTransaction;
    },
  };
}

/** What was delivered, which may be less than was sent. */
function movedBy({ Destination: to, DestinationTag, meta }: z.infer<typeof payment>): ChainTransfer[] {
  const delivered = meta?.delivered_amount;
  if (to === undefined || delivered === undefined) return [];
  const memo = DestinationTag ?? null;
  if (typeof delivered === 'string')
    return [{ to, asset: 'XRP', amount: readDecimal(`${delivered}e-6`) ?? '0', kind: 'plain', memo }];
  const value = readDecimal(delivered.value);
  return value === null
    ? []
    : [{ to, asset: delivered.currency.toUpperCase(), amount: value, kind: 'token', memo }];
}

function readPayment({ status, text }: ServiceAnswer, txid: string): z.infer<typeof payment> | null {
  if (status !== 200) throw new Error(`status ${status}`);
  const body = readJson(text);
  const refusal = refused.safeParse(body);
  if (refusal.success) {
    if (refusal.data.result.error === 'txnNotFound') return null;
    throw new Error('it refused');
  }
  const { result } = found.parse(body);
  if (result.hash.toLowerCase() !== txid.toLowerCase()) throw new Error('it is another transaction');
  return result;
}

function readTip({ status, text }: ServiceAnswer): number {
  if (status !== 200) throw new Error(`status ${status}`);
  return Number(tip.parse(readJson(text)).result.ledger_index);
}
