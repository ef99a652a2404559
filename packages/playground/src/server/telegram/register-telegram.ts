import { timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { BotError, type Call, callMethod, getUpdates } from './bot-methods.ts';
import { createDelivery, type Delivery } from './deliver-update.ts';
import { registerPhone } from './register-phone.ts';
import type { TelegramWorld } from './telegram-world.ts';

const largestUpload = 50 * 1024 * 1024;

/**
 * Mounts Telegram's Bot API for one bot (`/bot<token>/<method>`, `/file/bot<token>/...`), with its errors and limits, and the phone of those who
 * write to it (`/phone/...`).
 */
export function registerTelegram(app: FastifyInstance, world: TelegramWorld): Delivery {
  const delivery = createDelivery(world, (call) => {
    const { method = '', ...fields } = call as { method?: string };
    try {
      callMethod(world, method, { fields, file: null });
    } catch (error) {
      // Telegram tells nobody what became of a call in an answer.
      if (!(error instanceof BotError)) throw error;
    }
  });
  app.addHook('onClose', async () => delivery.stop());
  void app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: largestUpload }, (_request, body, done) =>
      done(null, body),
    );
    scope.all('/:bot/:method', async (request, reply) => {
      const { bot, method } = request.params as { bot: string; method: string };
      try {
        if (!isOurs(world, bot)) throw new BotError(401, 'Unauthorized');
        const call = await callOf(request);
        const result =
          method === 'getUpdates' ? await getUpdates(world, call) : callMethod(world, method, call);
        // What nobody asked for goes to the address that is known now.
        if (method === 'setWebhook')
          for (const update of world.updates.empty()) void delivery.deliver(update);
        return await reply.send({ ok: true, result });
      } catch (error) {
        if (error instanceof BotError) return refuse(reply, error);
        throw error;
      }
    });
    scope.get('/file/:bot/files/:id/:name', async (request, reply) => {
      const { bot, id } = request.params as { bot: string; id: string };
      const file = isOurs(world, bot) ? world.files.get(id) : undefined;
      if (!file) return refuse(reply, new BotError(404, 'Not Found'));
      return reply.type('application/octet-stream').send(Buffer.from(file.bytes));
    });
  });
  registerPhone(app, world, delivery);
  return delivery;
}

function isOurs({ token, faults }: TelegramWorld, bot: string): boolean {
  const given = Buffer.from(bot);
  const right = Buffer.from(`bot${token}`);
  return !faults.revoked && given.length === right.length && timingSafeEqual(given, right);
}

function refuse(reply: FastifyReply, { code, message, retryAfter }: BotError): FastifyReply {
  return reply.code(code).send({
    ok: false,
    error_code: code,
    description: message,
    ...(retryAfter !== null && { parameters: { retry_after: retryAfter } }),
  });
}

async function callOf(request: FastifyRequest): Promise<Call> {
  const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
  const type = request.headers['content-type'] ?? '';
  if (!type.startsWith('multipart/form-data')) {
    const fields = body.length === 0 ? {} : (JSON.parse(body.toString()) as Record<string, unknown>);
    return { fields: { ...(request.query as object), ...fields }, file: null };
  }
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData();
  const fields: Record<string, string> = {};
  let file: Call['file'] = null;
  for (const [name, value] of form) {
    if (typeof value === 'string') fields[name] = value;
    else file = { name: value.name, type: value.type, bytes: new Uint8Array(await value.arrayBuffer()) };
  }
  return { fields, file };
}
