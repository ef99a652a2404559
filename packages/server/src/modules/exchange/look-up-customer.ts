import type { ExchangeFacts } from '@fairlead/contract';
import type { AgentActor } from '../../platform/actor.ts';
import type { Database } from '../../platform/database/database.ts';
import type { Log } from '../../platform/log/log.ts';
import { type Dated, ExchangeRefusal } from './connector/answer.ts';
import type { ExchangeConnector } from './connector/connector.ts';
import {
  presentDeposit,
  presentOrder,
  presentPeerOrder,
  presentQuota,
  presentStanding,
  presentVerification,
  presentWithdrawal,
} from './present-facts.ts';
import { recordLook } from './record-look.ts';

/** The most of each kind that one look shows. */
const shown = 10;

/**
 * What the exchange knows of the customer of a conversation that the agent may see; that they looked is written. Throws `conversation.not_found`, `exchange.not_connected`, `exchange.customer_not_verified`.
 */
export async function lookUpCustomer(
  { database, log, connector }: { database: Database; log: Log; connector: ExchangeConnector },
  actor: AgentActor,
  conversationId: string,
): Promise<ExchangeFacts> {
  const customer = await recordLook({ database, connector }, actor, conversationId);
  const { customers, market } = connector;
  const assets = await market.assets().then(
    ({ value }) => value,
    () => [],
  );
  /** One part: what it is made of is asked for together, and is of when the oldest of it is. */
  async function part<T, R>(ask: () => Promise<Dated<T>>, present: (value: T) => R) {
    try {
      const { value, asOf, stale } = await ask();
      return { state: 'known' as const, asOf: asOf.toISOString(), stale, value: present(value) };
    } catch (error) {
      if (!(error instanceof ExchangeRefusal)) throw error;
      if (error.reason === 'unavailable') log.warn({ err: error }, 'no facts of a customer');
      return { state: 'silent' as const, reason: error.reason };
    }
  }
  const newest = <T>(items: readonly T[]) => items.slice(0, shown);

  const withdrawals = customers.withdrawals(customer);
  const lastAsset = withdrawals.then(
    ({ value }) => value[0]?.asset ?? 'USDT',
    () => 'USDT',
  );
  const [standing, verification, deposits, sent, quota, orders, peerOrders] = await Promise.all([
    part(
      async () => {
        const [now, accounts, changes] = await Promise.all([
          customers.standing(customer),
          customers.accounts(customer),
          customers.securityChanges(customer),
        ]);
        return { ...now, value: { now: now.value, accounts: accounts.value, changes: changes.value } };
      },
      ({ now, accounts, changes }) => presentStanding(now, accounts, newest(changes)),
    ),
    part(() => customers.verification(customer), presentVerification),
    part(
      () => customers.deposits(customer),
      (items) => newest(items).map((it) => presentDeposit(it, assets)),
    ),
    part(
      () => withdrawals,
      (items) => newest(items).map((it) => presentWithdrawal(it, assets)),
    ),
    part(
      async () => {
        const asset = await lastAsset;
        const { value, ...rest } = await customers.quota(customer, asset);
        return { ...rest, value: { asset, value } };
      },
      ({ asset, value }) => presentQuota(asset, value, assets),
    ),
    part(
      () => customers.orders(customer),
      (items) => newest(items).map(presentOrder),
    ),
    part(
      () => customers.peerOrders(customer),
      (items) => newest(items).map(presentPeerOrder),
    ),
  ]);
  return { standing, verification, deposits, withdrawals: sent, quota, orders, peerOrders };
}
