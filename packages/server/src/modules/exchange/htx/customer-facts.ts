import type { Clock } from '../../../platform/clock.ts';
import type { ServiceAnswer } from '../../../platform/service/service.ts';
import type { VerifiedCustomer } from '../../people/index.ts';
import {
  readArrival,
  readFrozen,
  readHolding,
  readPeerOrders,
  readSecurityChanges,
  readStanding,
  readVerification,
} from '../back-office/read-back-office.ts';
import { type Dated, ExchangeRefusal } from '../connector/answer.ts';
import type { CustomerFacts, MarketFacts } from '../connector/connector.ts';
import type { Order } from '../connector/trading.ts';
import { openDoor, type Patience, refusalOf } from './ask-htx.ts';
import { HtxError, meaningOf, openEnvelope } from './envelope.ts';
import { createExchangeClock } from './exchange-clock.ts';
import { readJson } from './read-json.ts';
import { type Pairs, symbolOf } from './read-market.ts';
import { readAccounts, readFills, readOrder, readOrders } from './read-trading.ts';
import { readAddresses, readDeposits, readQuota, readWithdrawals } from './read-transfers.ts';
import { type Credentials, signRequest } from './sign-request.ts';

interface CustomerOptions {
  readonly clock: Clock;
  /** The gateway that speaks for every customer: see docs/connect-an-exchange.md. */
  readonly url: string;
  readonly token: string;
  readonly credentials: Credentials;
  readonly market: Pick<MarketFacts, 'pairs'>;
  readonly patience?: Partial<Patience>;
}

/** One look at a customer is ten questions. What the gateway says of its limits is heeded besides. */
const allowance = { burst: 20, perSecond: 20 };
/** The header in which the gateway says for whom it answered. */
const answeredFor = 'x-exchange-uid';

/**
 * What is a verified customer's own. The exchange's private REST API answers whoever holds the key; its gateway answers for the UID that is
 * asked for, and must say so: an exchange that takes no notice of the UID would show one account as another's.
 */
export function createCustomerFacts(options: CustomerOptions): CustomerFacts {
  const { clock, credentials, market, token } = options;
  const base = options.url.replace(/\/$/, '');
  const door = openDoor('the back office', clock, allowance, options.patience);
  const theirClock = createExchangeClock(clock, () =>
    door.ask(
      () => ({ url: `${base}/v1/common/timestamp` }),
      (answer) => Number(openEnvelope(answer)),
    ),
  );

  function mustBeOf(customer: VerifiedCustomer, { headers }: ServiceAnswer): void {
    if (headers.get(answeredFor) !== customer.uid)
      throw new Error(`answered without ${answeredFor}, or for another account`);
  }

  async function dated<T>(question: () => Promise<T>): Promise<Dated<T>> {
    const asOf = clock.now();
    try {
      return { value: await question(), asOf, stale: false };
    } catch (error) {
      throw refusalOf(error);
    }
  }

  /** A path of the private REST API, signed. A time that is refused is asked for anew, once. */
  async function signed<T>(
    customer: VerifiedCustomer,
    path: string,
    parameters: Record<string, string>,
    read: (data: unknown) => T,
  ): Promise<T> {
    const request = {
      method: 'GET' as const,
      url: `${base}${path}`,
      parameters: { ...parameters, uid: customer.uid },
    };
    const once = async () => {
      const at = await theirClock.now();
      return door.ask(
        () => ({ url: signRequest(request, credentials, at) }),
        (answer) => {
          const data = openEnvelope(answer);
          mustBeOf(customer, answer);
          return read(data);
        },
      );
    };
    try {
      return await once();
    } catch (error) {
      if (!(error instanceof HtxError) || meaningOf(error) !== 'wrong_time') throw error;
      theirClock.doubt();
      return once();
    }
  }

  /** A path of the back-office contract. */
  function office<T>(
    customer: VerifiedCustomer,
    path: string,
    read: (body: unknown) => T,
    body?: object,
  ): Promise<T> {
    return door.ask(
      () => ({
        url: `${base}/back-office/v1/customers/${encodeURIComponent(customer.uid)}/${path}`,
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        ...(body ? { method: 'POST' as const, body: JSON.stringify(body) } : {}),
      }),
      (answer) => {
        if (answer.status === 404)
          throw new ExchangeRefusal('not_found', 'the back office knows of no such thing');
        if (answer.status !== 200) throw new Error(`status ${answer.status}`);
        mustBeOf(customer, answer);
        return read(readJson(answer.text));
      },
    );
  }

  const pairs = async (): Promise<Pairs> => {
    try {
      return new Map((await market.pairs()).value.map((it) => [symbolOf(it), it]));
    } catch {
      // Symbols can be read without the list.
      return new Map();
    }
  };

  const transfers = <T>(
    customer: VerifiedCustomer,
    type: 'deposit' | 'withdraw',
    asset: string | undefined,
    read: (data: unknown) => T[],
  ) =>
    dated<readonly T[]>(() =>
      signed(
        customer,
        '/v1/query/deposit-withdraw',
        { type, size: '100', direct: 'next', ...(asset ? { currency: asset.toLowerCase() } : {}) },
        read,
      ),
    );

  return {
    deposits: (customer, asset) => transfers(customer, 'deposit', asset, readDeposits),
    withdrawals: (customer, asset) => transfers(customer, 'withdraw', asset, readWithdrawals),
    arrival: (customer, txid) =>
      dated(() => office(customer, `arrivals/${encodeURIComponent(txid)}`, readArrival)),
    addresses: (customer, asset) =>
      dated(() =>
        signed(customer, '/v2/account/deposit/address', { currency: asset.toLowerCase() }, readAddresses),
      ),
    quota: (customer, asset) =>
      dated(() =>
        signed(customer, '/v2/account/withdraw/quota', { currency: asset.toLowerCase() }, readQuota),
      ),
    accounts: (customer) => dated(() => signed(customer, '/v1/account/accounts', {}, readAccounts)),
    orders: (customer) =>
      dated(async () => {
        const known = await pairs();
        const read = (data: unknown) => readOrders(data, known);
        const open = await signed(customer, '/v1/order/openOrders', { size: '100' }, read);
        const recent = await signed(customer, '/v1/order/history', { size: '100' }, read);
        const all = new Map<string, Order>([...recent, ...open].map((it) => [it.id, it]));
        return [...all.values()].sort((a, b) => b.createdAt.getTime() - a.createdAt.getTime());
      }),
    order: (customer, id) =>
      dated(async () => {
        if (!/^\d{1,30}$/.test(id)) throw new ExchangeRefusal('not_found', 'no number of an order');
        const known = await pairs();
        const order = await signed(customer, `/v1/order/orders/${id}`, {}, (it) => readOrder(it, known));
        const fills = await signed(customer, `/v1/order/orders/${id}/matchresults`, {}, readFills);
        return { order, fills };
      }),
    verification: (customer) => dated(() => office(customer, 'verification', readVerification)),
    standing: (customer) => dated(() => office(customer, 'standing', readStanding)),
    securityChanges: (customer) => dated(() => office(customer, 'security-changes', readSecurityChanges)),
    peerOrders: (customer) => dated(() => office(customer, 'p2p-orders', readPeerOrders)),
    holding: (customer, asset) =>
      dated(() => office(customer, `holdings/${encodeURIComponent(asset)}`, readHolding)),
    freeze: (customer, order) => dated(() => office(customer, 'freeze', readFrozen, order)),
  };
}
