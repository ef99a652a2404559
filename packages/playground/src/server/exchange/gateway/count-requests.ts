import type { FastifyInstance } from 'fastify';

const most = 50;
const milliseconds = 1_000;

/** Fifty requests a second for the key, counted in fixed seconds, and said in the headers that the exchange has for it. */
export function registerRequestCount(app: FastifyInstance, now: () => Date): void {
  let second = 0;
  let count = 0;
  app.addHook('onRequest', async (_request, reply) => {
    const current = Math.floor(now().getTime() / milliseconds);
    if (current !== second) [second, count] = [current, 0];
    count += 1;
    reply.header('x-hb-ratelimit-requests-remain', String(Math.max(0, most - count)));
    reply.header('x-hb-ratelimit-requests-expire', String((current + 1) * milliseconds));
    if (count > most) return reply.code(429).send({ code: 429, message: 'too many request' });
  });
}
