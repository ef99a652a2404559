import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { holdersOf } from '../accounts/holdings.ts';

const largest = 1000;

/** What the back office tells over all accounts: who holds an asset, a page at a time. See docs/connect-an-exchange.md. */
export function registerHolders(
  app: FastifyInstance,
  { token, tells }: { token: string; tells: () => boolean },
): void {
  app.register(
    async (office) => {
      office.addHook('onRequest', async (request: FastifyRequest, reply: FastifyReply) => {
        if (request.headers.authorization !== `Bearer ${token}`)
          return reply.code(401).send({ error: 'unauthorized' });
      });
      office.get('/capabilities', async () => ({ holders: tells() }));
      office.get('/holders', async (request, reply) => {
        if (!tells()) return reply.code(404).send({ error: 'not found' });
        const { asset, at_least, after = '', limit = '1000' } = request.query as Record<string, string>;
        const [least, most] = [Number(at_least ?? '0'), Number(limit)];
        if (!asset || !(least >= 0) || !(Number.isInteger(most) && most >= 1 && most <= largest))
          return reply.code(400).send({ error: 'asset, at_least and limit (1 to 1000) are needed' });
        return holdersOf(asset.toUpperCase(), { atLeast: least, after, limit: most });
      });
    },
    { prefix: '/back-office/v1' },
  );
}
