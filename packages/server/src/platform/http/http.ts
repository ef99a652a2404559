import { type Endpoint, nothing } from '@fairlead/contract';
import cookie from '@fastify/cookie';
import { type FastifyInstance, type FastifyReply, type FastifyRequest, fastify } from 'fastify';
import { type Caller, nobody } from '../actor.ts';
import { fail } from '../fail.ts';
import type { Log } from '../log/log.ts';
import type { Metrics } from '../metrics.ts';
import { authorise } from './authorise.ts';
import { compressPage } from './compress-page.ts';
import { errorAnswer } from './error-answer.ts';
import { createRequestLimits } from './request-limits.ts';
import type { Call, RouteHandler } from './route.ts';
import type { ProxyTrust } from './trusted-proxies.ts';

export interface Http {
  /** For what is not an endpoint of the contract: pages, files, the upgrade to a socket. */
  readonly app: FastifyInstance;
  /** Every endpoint that was routed, for the API reference and the tests that walk them. */
  readonly routed: readonly Endpoint[];
  /** Serves an endpoint. Who may call it is the endpoint's own word. */
  route<E extends Endpoint>(endpoint: E, handler: RouteHandler<E>): void;
  /** Port: who sends this request. Filled once, by the module that knows. */
  identifyBy(identify: (request: FastifyRequest) => Promise<Caller>): void;
  identify(request: FastifyRequest): Promise<Caller>;
  /**
   * Refuses every further request with 503 (`/ready` too, so that others are sent elsewhere), stops listening, and settles once
   * the requests under way are answered, or were cut after ten seconds.
   */
  stop(): Promise<void>;
}

/** The header that our own console sends. A foreign page cannot make a browser send it with the session cookie. */
export const consoleHeader = 'x-fairlead-console';

/** JSON bodies are small; bytes of files go in chunks of at most 1 MiB. */
const bodyLimit = 1024 * 1024 + 1024;

/**
 * Milliseconds within which a request must have come whole: a chunk of a file on a slow line does, and who sends a byte now and then
 * holds a connection no longer. What is answered slowly, such as a request that waits, is not meant.
 */
const usualPatience = 180_000;

/** Milliseconds that requests under way get to end when the node stops. */
const stopPatience = 10_000;

export function createHttp(options: {
  log: Log;
  metrics: Metrics;
  trustProxy: ProxyTrust;
  unlimited?: boolean;
  requestPatience?: number;
}): Http {
  const { log, metrics, requestPatience = usualPatience } = options;
  const app: FastifyInstance = fastify({
    trustProxy: options.trustProxy,
    bodyLimit,
    requestTimeout: requestPatience,
    http: {
      headersTimeout: Math.min(60_000, requestPatience),
      connectionsCheckingInterval: Math.min(30_000, requestPatience),
    },
    forceCloseConnections: 'idle',
    // What still comes while we stop is refused below, in the words of the catalogue.
    return503OnClosing: false,
  });
  let stopping = false;
  const routed: Endpoint[] = [];
  const limit = options.unlimited ? async () => {} : createRequestLimits();
  let identify = async (_request: FastifyRequest): Promise<Caller> => nobody;

  app.register(cookie);
  app.addContentTypeParser('application/octet-stream', { parseAs: 'buffer' }, (_request, body, done) =>
    done(null, body),
  );
  app.addHook('onRequest', async () => {
    if (stopping) throw fail('server.unavailable');
  });
  app.addHook('onSend', async (_request, reply) => {
    setSafeHeaders(reply);
    if (stopping) reply.header('connection', 'close');
  });
  app.addHook('onSend', compressPage);
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url;
    if (!route?.startsWith('/api/')) return;
    metrics.requests.observe(
      { method: request.method, route, status: reply.statusCode },
      reply.elapsedTime / 1000,
    );
  });
  app.setErrorHandler((error, _request, reply) => {
    const { status, body } = errorAnswer(error, log);
    if (status === 429 && body.error.params['seconds'])
      reply.header('retry-after', String(body.error.params['seconds']));
    return reply.code(status).send(body);
  });
  app.setNotFoundHandler((_request, reply) => {
    const { status, body } = errorAnswer(fail('request.not_found'), log);
    return reply.code(status).send(body);
  });

  return {
    app,
    routed,
    identifyBy(found) {
      identify = found;
    },
    identify: (request) => identify(request),
    route<E extends Endpoint>(endpoint: E, handler: RouteHandler<E>) {
      routed.push(endpoint);
      const writes = endpoint.method !== 'GET';
      app.route({
        method: endpoint.method,
        url: endpoint.path,
        handler: async (request, reply) => {
          const caller = await identify(request);
          await limit(caller, request.ip, writes);
          // A browser sends cookies by itself, and tokens never.
          const byCookie = caller.type === 'agent' && !caller.byToken;
          if (writes && byCookie && !request.headers[consoleHeader]) {
            throw fail('request.origin_refused');
          }
          authorise(endpoint, caller);
          const call = {
            caller,
            params: parsePart(endpoint.params, request.params),
            query: parsePart(endpoint.query, request.query),
            body: parsePart(endpoint.body, request.body),
            request,
            reply,
          } as unknown as Call<E>;
          const answer = await handler(call);
          if (endpoint.response === nothing) return reply.code(204).send();
          return reply.send(answer);
        },
      });
    },
    async stop() {
      stopping = true;
      // A connection is closed when it falls idle, not only if it is idle now: a client may keep it for the next request.
      const idle = setInterval(() => app.server.closeIdleConnections(), 50);
      const patience = setTimeout(() => app.server.closeAllConnections(), stopPatience);
      await app.close();
      clearInterval(idle);
      clearTimeout(patience);
    },
  };
}

/** An endpoint that declares no such part gets none, whatever was sent. */
function parsePart(schema: Endpoint['params'], value: unknown): unknown {
  return schema === nothing ? undefined : schema.parse(value ?? {});
}

/** The headers of every answer; what pages need beyond them, they set themselves. */
function setSafeHeaders(reply: FastifyReply): void {
  reply.header('x-content-type-options', 'nosniff');
  reply.header('referrer-policy', 'strict-origin-when-cross-origin');
  if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
  if (!reply.hasHeader('content-security-policy')) {
    reply.header('content-security-policy', "default-src 'none'; frame-ancestors 'none'");
  }
}
