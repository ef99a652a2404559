import type { FastifyInstance, FastifyRequest } from 'fastify';
import { createPageState } from './page-state.ts';
import { type Faults, registerGraphApi } from './register-graph-api.ts';
import { registerPhoneApi } from './register-phone-api.ts';
import { confirmWebhook, createWebhookSender, type Delivery, type FacebookApp } from './send-webhook.ts';

const megabyte = 1024 * 1024;

/**
 * A page at Facebook, with the Graph API for it (`graph`), where files lie (`files`), and what a phone shows and sends (`api`). All
 * it holds is forgotten when the process ends.
 */
export function registerFacebook(
  scope: FastifyInstance,
  { app, now }: { readonly app: FacebookApp; readonly now: () => Date },
): void {
  const state = createPageState(() => now().getTime());
  const faults: Faults = { refuse: null, times: 0, aheadHours: 0 };
  const delivery: Delivery = { twice: false, holding: 0 };
  const clock = () => now().getTime() + faults.aheadHours * 3_600_000;
  const send = createWebhookSender(app, delivery);
  let last: Promise<unknown> = Promise.resolve();
  let address = '';

  /** One after the other, as they happened. Whoever did it does not wait. */
  const announce = (entry: Readonly<Record<string, unknown>>) => {
    last = last.then(() => send(entry, clock()));
  };

  scope.addHook('onRequest', async (request: FastifyRequest) => {
    address ||= `${request.protocol}://${request.host}/playground/facebook`;
  });
  scope.get<{ Params: { '*': string } }>('/files/*', async (request, reply) => {
    const file = state.files.get(request.params['*']);
    if (!file) return reply.callNotFound();
    // What somebody sent is never taken for a page of ours.
    reply.header('content-security-policy', "default-src 'none'; sandbox");
    reply.header('x-content-type-options', 'nosniff');
    return reply
      .type(file.type.startsWith('image/') ? file.type : 'application/octet-stream')
      .send(file.bytes);
  });
  scope.post('/webhook', async (request, reply) => {
    const { url, verifyToken } = (request.body ?? {}) as { url?: unknown; verifyToken?: unknown };
    if (typeof verifyToken === 'string') app.verifyToken = verifyToken;
    app.webhookUrl = typeof url === 'string' && URL.canParse(url) ? url : null;
    return (await confirmWebhook(app)) ? { success: true } : reply.code(400).send({ success: false });
  });
  const bodyLimit = 26 * megabyte;
  scope.register(
    async (graph) => {
      // Files are named under the address by which the app knows us.
      graph.addHook('onRequest', async (request: FastifyRequest) => {
        address = `${request.protocol}://${request.host}/playground/facebook`;
      });
      registerGraphApi(graph, { app, state, faults, now: clock, announce });
    },
    {
      prefix: '/graph/v25.0',
      bodyLimit,
    },
  );
  scope.register(
    async (phone) =>
      registerPhoneApi(phone, { state, faults, delivery, now: clock, announce, address: () => address }),
    { prefix: '/api', bodyLimit },
  );
}
