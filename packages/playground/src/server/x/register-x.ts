import type { FastifyInstance, FastifyRequest } from 'fastify';
import {
  type ActivityEvent,
  concernsAccount,
  messageActivity,
  messageEvent,
  postActivity,
  postEvent,
} from './make-event.ts';
import { type Faults, registerApi } from './register-api.ts';
import { registerPhoneApi } from './register-phone-api.ts';
import { createWebhookSender, type Delivery, type XApp } from './send-webhook.ts';
import { account, createXState, type Line, type Post } from './x-state.ts';

const megabyte = 1024 * 1024;

/**
 * Stands in for X, under the address where it is mounted: the API at `/api`, what was sent at `/files`, and what the phone of the mock-up
 * asks at `/phone`. One account, some people who write to it, and webhooks signed as X does.
 */
export function registerX(scope: FastifyInstance, { app, now }: { app: XApp; now: () => Date }): void {
  const clock = () => now().getTime();
  const state = createXState(clock);
  const faults: Faults = { refuse: null, times: 0, resetSeconds: 2 };
  const delivery: Delivery = { twice: false, holding: 0, noWebhooks: false };
  const send = createWebhookSender(app, state, delivery);
  let last: Promise<unknown> = Promise.resolve();
  let address = '';

  /** One after the other, as they happened. Whoever did it does not wait. */
  const announce = (event: Readonly<Record<string, unknown>>, activity: ActivityEvent | null) => {
    last = last.then(() => send(event, activity));
  };
  const told = {
    message(line: Line, personId: string) {
      const person = state.people.find((it) => it.id === personId);
      if (person) announce(messageEvent(line, person, address), messageActivity(line, person, address));
    },
    post(post: Post) {
      if (post.author === account || concernsAccount(state, post))
        announce(postEvent(state, post, address), postActivity(state, post, address));
    },
  };

  scope.addHook('onRequest', async (request: FastifyRequest) => {
    // Files are named under the address by which the app knows us.
    if (address === '' || request.headers.authorization)
      address = `${request.protocol}://${request.host}${scope.prefix}`;
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
  const bodyLimit = 26 * megabyte;
  scope.register(
    async (api) =>
      registerApi(api, { app, state, faults, delivery, now: clock, address: () => address, told }),
    {
      prefix: '/api',
      bodyLimit,
    },
  );
  scope.register(async (phone) => registerPhoneApi(phone, { state, faults, delivery, now: clock, told }), {
    prefix: '/phone',
    bodyLimit,
  });
}
