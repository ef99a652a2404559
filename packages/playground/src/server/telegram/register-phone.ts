import type { FastifyInstance } from 'fastify';
import type { Delivery } from './deliver-update.ts';
import { editUpdate, messageUpdate, tapUpdate } from './make-update.ts';
import type { Person, TelegramFaults, TelegramWorld } from './telegram-world.ts';

const largestPicture = 20 * 1024 * 1024;

/** What the phone's page calls: who there is, the chat, and what a person does in it. */
export function registerPhone(app: FastifyInstance, world: TelegramWorld, delivery: Delivery): void {
  const personOf = (id: string): Person | undefined => world.person(Number(id));

  app.get('/phone/people', async () => ({
    bot: world.bot,
    people: world.people(),
    channel: world.channel,
    connected: world.webhook !== null || world.updates.wasAsked(),
  }));
  app.get<{ Params: { id: string } }>('/phone/:id', async ({ params }) => ({
    messages: world.chat(Number(params.id)),
  }));
  app.post<{ Params: { id: string }; Body: { text?: unknown } }>(
    '/phone/:id/write',
    async ({ params, body }, reply) => {
      const person = personOf(params.id);
      const text = typeof body?.text === 'string' ? body.text.slice(0, 4096) : '';
      if (!person || text.trim() === '') return reply.code(400).send({});
      const message = world.append(person.id, { from: 'person', text, file: null, buttons: [] });
      void delivery.deliver(messageUpdate(world, person, message));
      return { message };
    },
  );
  app.post<{ Params: { id: string }; Body: { messageId?: unknown; text?: unknown } }>(
    '/phone/:id/edit',
    async ({ params, body }, reply) => {
      const person = personOf(params.id);
      const find = () => world.chat(Number(params.id)).find((it) => it.id === body?.messageId);
      const before = find();
      const text = typeof body?.text === 'string' ? body.text.slice(0, 4096) : '';
      if (!person || before?.from !== 'person' || text.trim() === '') return reply.code(400).send({});
      world.edit(person.id, before.id, text);
      const message = find() ?? before;
      void delivery.deliver(editUpdate(world, person, message, world.seconds()));
      return { message };
    },
  );
  app.post<{ Params: { id: string }; Body: { messageId?: unknown; data?: unknown } }>(
    '/phone/:id/tap',
    async ({ params, body }, reply) => {
      const person = personOf(params.id);
      const message = world.chat(Number(params.id)).find((it) => it.id === body?.messageId);
      const button = message?.buttons.find((it) => it.data === body?.data);
      if (!person || !message || !button) return reply.code(400).send({});
      void delivery.deliver(tapUpdate(world, person, message, button.data));
      return {};
    },
  );
  app.post<{ Body: Partial<TelegramFaults> }>('/phone/faults', async ({ body }) =>
    Object.assign(world.faults, body),
  );
  app.get<{ Params: { id: string } }>('/phone/files/:id', async ({ params }, reply) => {
    const file = world.files.get(params.id);
    if (!file) return reply.code(404).send({});
    const type = /^image\/(?:png|jpeg|webp|gif)$/.test(file.type) ? file.type : 'application/octet-stream';
    return reply.type(type).header('x-content-type-options', 'nosniff').send(Buffer.from(file.bytes));
  });
  void app.register(async (scope) => {
    scope.addContentTypeParser(
      /^(?:image\/|application\/octet-stream)/,
      { parseAs: 'buffer', bodyLimit: largestPicture },
      (_request, body, done) => done(null, body),
    );
    scope.post<{ Params: { id: string }; Querystring: { name?: string }; Body: Buffer }>(
      '/phone/:id/file',
      async ({ params, query, body, headers }, reply) => {
        const person = personOf(params.id);
        if (!person || !Buffer.isBuffer(body)) return reply.code(400).send({});
        const type = headers['content-type'] ?? 'application/octet-stream';
        const { id, name } = world.keep({ name: query.name ?? 'photo.jpg', type, bytes: body });
        const file = { id, name, type };
        const message = world.append(person.id, { from: 'person', text: '', file, buttons: [] });
        void delivery.deliver(messageUpdate(world, person, message));
        return { message };
      },
    );
  });
}
