import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { endpoints } from '@fairlead/contract';
import { readDeadLetters } from './dead-letters.ts';
import { discardDeadLetter, outboxState, reviveDeadLetter } from './events/event-store.ts';
import { makePartitions } from './events/make-partitions.ts';
import { fail } from './fail.ts';
import { describeApi } from './http/openapi.ts';
import { comesFromHere } from './http/trusted-proxies.ts';
import { takeDeadJob } from './jobs/dead-job-store.ts';
import type { Platform } from './platform.ts';

const version = '0.1.0';
const day = 24 * 3_600_000;

/** What operators look at: health, metrics, dead letters, the API reference. */
export function operationsRoutes(platform: Platform): void {
  const { bus, clock, config, database, http, jobs, log, metrics } = platform;
  const { operations } = endpoints;

  http.route(operations.listDeadLetters, async () => ({ items: await readDeadLetters(database.reader()) }));
  // An id is that of an event's letter or of a job's.
  http.route(operations.retryDeadLetter, ({ params }) =>
    database.write(async (tx) => {
      if (await reviveDeadLetter(tx, params.id)) return;
      if (!(await jobs.revive(tx, params.id))) throw fail('request.not_found');
    }),
  );
  http.route(operations.discardDeadLetter, ({ params }) =>
    database.write(async (tx) => {
      if (await discardDeadLetter(tx, params.id)) return;
      if (!(await takeDeadJob(tx, params.id))) throw fail('request.not_found');
    }),
  );
  http.route(operations.openapi, async () => describeApi(http.routed, version));

  // Alive: the process answers. Ready: it can do its work; a load balancer sends people elsewhere when it cannot.
  http.app.get('/health', async () => ({ status: 'ok', version }));
  http.app.get('/ready', async (_request, reply) => {
    const databaseUp = await database.ping();
    const outbox = databaseUp ? await outboxState(database.reader()) : null;
    return reply.code(databaseUp ? 200 : 503).send({
      status: databaseUp ? 'ready' : 'unavailable',
      database: databaseUp,
      bus: bus.connected(),
      eventsWaiting: outbox?.waiting ?? null,
    });
  });
  http.app.get('/metrics', async (request, reply) => {
    if (!mayScrape(config.METRICS_TOKEN, request.raw)) throw fail('access.forbidden');
    return reply.type(metrics.registry.contentType).send(await metrics.registry.metrics());
  });

  jobs.every('events.partitions', day / 24, () => makePartitions({ database, clock, log }));
}

/** Without a token only this machine may, and whether it is this machine is never taken from what a request says of itself. */
function mayScrape(token: string | undefined, request: IncomingMessage): boolean {
  if (!token) return comesFromHere(request);
  const given = Buffer.from(request.headers.authorization ?? '');
  const wanted = Buffer.from(`Bearer ${token}`);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}
