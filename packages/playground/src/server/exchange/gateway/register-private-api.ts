import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Account } from '../accounts/account.ts';
import { currencies } from '../currencies.ts';
import { answerV2, refuse, refuseV2 } from '../envelopes.ts';
import { type GatewayKeys, refusalOf } from './verify-signature.ts';

interface Options {
  readonly keys: GatewayKeys;
  readonly now: () => Date;
  readonly accountOf: (uid: string) => Account;
  /** Tells in the answer for whom it is. */
  readonly answeredFor: (reply: FastifyReply, uid: string) => void;
}

type Query = Readonly<Record<string, string | undefined>>;

const finished = new Set(['filled', 'canceled', 'partial-canceled']);
const latest = <T extends { readonly 'created-at': number }>(lines: readonly T[]): T[] =>
  [...lines].sort((a, b) => b['created-at'] - a['created-at']);

/** The private REST API by UID: the exchange's paths and envelopes, for the account that the signed parameter `uid` names. */
export function registerPrivateApi(app: FastifyInstance, options: Options): void {
  const { keys, now, accountOf, answeredFor } = options;

  function signed(
    path: string,
    version: 1 | 2,
    answer: (account: Account, query: Query, request: FastifyRequest) => unknown,
  ): void {
    app.get(path, async (request, reply) => {
      const { host = '' } = request.headers;
      const refused = refusalOf({ method: request.method, host, url: request.raw.url ?? '' }, keys, now());
      if (refused)
        return version === 1
          ? refuse(now().getTime(), 'api-signature-not-valid', refused)
          : refuseV2(1003, refused);
      const query = request.query as Query;
      const uid = query['uid'] ?? '';
      const found = answer(accountOf(uid), query, request);
      answeredFor(reply, uid);
      if (found === undefined)
        return version === 1
          ? refuse(now().getTime(), 'base-record-invalid', 'record invalid')
          : refuseV2(2002, 'invalid field value in `currency`');
      return version === 1 ? { status: 'ok', data: found } : answerV2(found);
    });
  }

  signed('/v1/query/deposit-withdraw', 1, (account, { type, currency, size = '100' }) => {
    const all = type === 'withdraw' ? account.withdrawals : account.deposits;
    return latest(all.filter((it) => !currency || it.currency === currency)).slice(0, Number(size));
  });
  signed('/v1/account/accounts', 1, ({ accounts }) => accounts);
  signed('/v1/order/openOrders', 1, ({ orders }) => latest(orders.filter((it) => !finished.has(it.state))));
  signed('/v1/order/history', 1, ({ orders }) =>
    latest(orders.filter((it) => it['created-at'] > now().getTime() - 48 * 3_600_000)),
  );
  const orderOf = (account: Account, request: FastifyRequest) =>
    account.orders.find((it) => String(it.id) === (request.params as { id: string }).id);
  signed('/v1/order/orders/:id', 1, (account, _, request) => orderOf(account, request));
  signed('/v1/order/orders/:id/matchresults', 1, (account, _, request) => {
    const order = orderOf(account, request);
    if (!order || order['field-amount'] === '0') return order && [];
    return [
      {
        id: order.id + 1,
        'order-id': order.id,
        'match-id': order.id + 2,
        symbol: order.symbol,
        type: order.type,
        price: String(Number(order['field-cash-amount']) / Number(order['field-amount'])),
        'filled-amount': order['field-amount'],
        'filled-fees': order['field-fees'],
        'fee-currency': order.symbol.slice(0, -4),
        'created-at': order['created-at'] + 500,
        role: 'taker',
      },
    ];
  });
  signed('/v2/account/deposit/address', 2, ({ addresses }, { currency }) => {
    if (!currencies.some((it) => it.currency === currency)) return undefined;
    return addresses.filter((it) => it.currency === currency);
  });
  signed('/v2/account/withdraw/quota', 2, (account, { currency }) => {
    const chains = currencies.find((it) => it.currency === currency)?.chains;
    if (!chains) return undefined;
    const dayAgo = now().getTime() - 24 * 3_600_000;
    const used = account.withdrawals
      .filter((it) => it.currency === currency && it['created-at'] > dayAgo)
      .reduce((sum, it) => sum + it.amount, 0);
    return {
      currency,
      chains: chains.map((it) => ({
        chain: it.chain,
        maxWithdrawAmt: it.maxWithdrawAmt,
        withdrawQuotaPerDay: it.withdrawQuotaPerDay,
        remainWithdrawQuotaPerDay: String(Math.max(0, Number(it.withdrawQuotaPerDay) - used)),
        withdrawQuotaTotal: '-1',
        remainWithdrawQuotaTotal: '-1',
      })),
    };
  });
}
