import type { FastifyInstance } from 'fastify';

/** What is wrong with the exchange, for tests; switched while it runs. */
export interface Faults {
  mode: 'none' | 'slow' | 'error' | 'busy' | 'broken' | 'wrong_account';
  /** How far its clock is ahead. */
  aheadMilliseconds: number;
  /** It does not say who holds what. */
  tellsNoBalances?: boolean;
}

const slowness = 2_000;

/** Makes every answer of the exchange as wrong as the switches say. */
export function registerFaults(app: FastifyInstance, faults: Faults): void {
  app.addHook('onRequest', async (_request, reply) => {
    switch (faults.mode) {
      case 'slow':
        await new Promise((resolve) => setTimeout(resolve, slowness).unref());
        return;
      case 'error':
        return reply.code(503).send('<html>Service Unavailable</html>');
      case 'busy':
        return reply.code(429).header('retry-after', '1').send({ code: 429, message: 'too many request' });
      case 'broken':
        return reply.type('application/json').send('{"status":"ok","data":[{"id":1,');
    }
  });
}
