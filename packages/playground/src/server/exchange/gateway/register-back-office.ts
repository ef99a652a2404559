import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Account } from '../accounts/account.ts';
import { holdingOf } from '../accounts/holdings.ts';
import type { GatewayKeys } from './verify-signature.ts';

interface Options {
  readonly keys: GatewayKeys;
  readonly accountOf: (uid: string) => Account;
  readonly freeze: (uid: string) => string;
  readonly tellsBalances: () => boolean;
  readonly answeredFor: (reply: FastifyReply, uid: string) => void;
}

/** The back-office contract: see docs/connect-an-exchange.md. */
export function registerBackOffice(app: FastifyInstance, options: Options): void {
  const { keys, accountOf, freeze, answeredFor, tellsBalances } = options;
  app.register(
    async (office) => {
      office.addHook('onRequest', async (request, reply) => {
        if (request.headers.authorization !== `Bearer ${keys.token}`)
          return reply.code(401).send({ error: 'unauthorized' });
        answeredFor(reply, (request.params as { uid: string }).uid);
      });
      const about = (path: string, answer: (account: Account) => unknown) =>
        office.get(path, (request, reply) =>
          reply.send(answer(accountOf((request.params as { uid: string }).uid))),
        );
      about('/verification', ({ verification }) => verification);
      about('/standing', ({ standing }) => standing);
      about('/security-changes', ({ securityChanges }) => ({ items: securityChanges }));
      about('/p2p-orders', ({ peerOrders }) => ({ items: peerOrders }));
      office.get('/arrivals/:txid', async (request, reply) => {
        const { uid, txid } = request.params as { uid: string; txid: string };
        const same = (it: { txid: string }) => it.txid.toLowerCase() === txid.toLowerCase();
        return accountOf(uid).arrivals.find(same) ?? reply.code(404).send({ error: 'not found' });
      });
      office.get('/holdings/:asset', async (request, reply) => {
        const { uid, asset } = request.params as { uid: string; asset: string };
        if (!tellsBalances()) return reply.code(404).send({ error: 'not found' });
        return { held: holdingOf(uid, asset.toUpperCase()) };
      });
      office.post('/freeze', async (request, reply) => {
        const { reason, key } = (request.body ?? {}) as { reason?: unknown; key?: unknown };
        if (typeof reason !== 'string' || typeof key !== 'string')
          return reply.code(400).send({ error: 'reason and key are needed' });
        return { frozenAt: freeze((request.params as { uid: string }).uid) };
      });
    },
    { prefix: '/back-office/v1/customers/:uid' },
  );
}
