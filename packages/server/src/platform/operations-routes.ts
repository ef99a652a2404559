import { timingSafeEqual } from 'node:crypto';
import { endpoints } from '@fairlead/contract';
import {
  discardDeadLetter,
  ensurePartitions,
  listDeadLetters,
  outboxState,
  reviveDeadLetter,
} from './events/event-store.ts';
import { fail } from './fail.ts';
import { describeApi } from './http/openapi.ts';
import type { Platform } from './platform.ts';

const version = '0.1.0';
const day = 24 * 3_600_000;

/** What operators look at: health, metrics, dead letters, the API reference. */
export function operationsRoutes(platform: Platform): void {
  const { bus, clock, config, database, http, jobs, metrics } = platform;
  const { operations } = endpoints;

  http.route(operations.listDeadLetters, async () => {
    const rows = await listDeadLetters(database.reader());
    return {
      items: rows.map((row) => ({
        id: row.id,
        eventId: row.event_id,
        eventType: row.type,
        subscriber: row.subscriber,
        error: row.error,
        attempts: row.attempts,
        occurredAt: row.occurred_at.toISOString(),
        failedAt: row.failed_at.toISOString(),
      })),
    };
  });
  http.route(operations.retryDeadLetter, async ({ params }) => {
    if (!(await database.write((tx) => reviveDeadLetter(tx, params.id)))) throw fail('request.not_found');
  });
  http.route(operations.discardDeadLetter, async ({ params }) => {
    if (!(await database.write((tx) => discardDeadLetter(tx, params.id)))) throw fail('request.not_found');
  });
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
    if (!mayScrape(config.METRICS_TOKEN, request.headers.authorization, request.ip))
      throw fail('access.forbidden');
    return reply.type(metrics.registry.contentType).send(await metrics.registry.metrics());
  });

  jobs.every('events.partitions', day / 4, () =>
    database.write((tx) => ensurePartitions(tx, clock.now(), 3)),
  );
}

function mayScrape(token: string | undefined, authorization: string | undefined, address: string): boolean {
  if (!token) return ['127.0.0.1', '::1', '::ffff:127.0.0.1'].includes(address);
  const given = Buffer.from(authorization ?? '');
  const wanted = Buffer.from(`Bearer ${token}`);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}
