import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { describeChannelConformance } from './conformance.ts';
import { type ChannelAdapter, fail, type RawRequest, splitText } from './port.ts';

/** A platform like those to come: a signature over the body, several updates in one request, parts of a limited length. */
const update = z.object({
  id: z.number().int(),
  message: z
    .object({ chat: z.number().int(), from: z.string(), date: z.number().int(), text: z.string() })
    .optional(),
});
const sign = (body: Uint8Array, secret: string) => createHmac('sha256', secret).update(body).digest();

const webhook: ChannelAdapter<{ text: string }> = {
  channel: 'chat',
  capabilities: {
    push: true,
    attachments: ['image/png'],
    maximumTextLength: 100,
    readStates: false,
    typing: false,
  },
  headers: [],
  verify({ headers, body }, { secrets }) {
    const given = Buffer.from(headers['x-signature'] ?? '', 'base64');
    const proven = secrets.some((secret) => {
      const wanted = sign(body, secret);
      return given.length === wanted.length && timingSafeEqual(given, wanted);
    });
    if (!proven) throw fail('access.forbidden');
  },
  decode({ body }) {
    const read = z.array(update).safeParse(parse(body));
    if (!read.success) throw fail('request.invalid', { field: 'body' });
    return read.data.flatMap(({ id, message }) =>
      message && message.text !== ''
        ? [
            {
              externalId: String(id),
              sender: { address: String(message.chat), name: message.from },
              threadKey: null,
              writtenAt: new Date(message.date * 1000),
              text: message.text,
              attachments: [],
            },
          ]
        : [],
    );
  },
  encode: ({ text }) => splitText(text, 100).map((part) => ({ text: part })),
  send: async () => ({ externalId: '1' }),
};

function parse(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(body));
  } catch {
    throw fail('request.invalid', { field: 'body' });
  }
}

const secrets = ['the new secret', 'the old secret'];
const request = (updates: unknown, secret = 'the new secret'): RawRequest => {
  const body = new TextEncoder().encode(JSON.stringify(updates));
  return {
    headers: { 'x-signature': sign(body, secret).toString('base64'), 'x-request': 'any' },
    query: {},
    body,
    session: null,
    receivedAt: new Date('2026-11-24T08:00:00Z'),
  };
};
const message = (id: number, text: string) => ({
  id,
  message: { chat: 77, from: 'Minh', date: 1_790_000_000 + id, text },
});

describeChannelConformance('a signed webhook', {
  adapter: webhook,
  material: { inboxId: 'any', secrets },
  genuine: [
    {
      what: 'two messages',
      request: request([message(1, 'Hello'), message(2, 'Is anybody there?')]),
      messages: 2,
    },
    { what: 'an update that is no message', request: request([{ id: 3, poll: {} }]), messages: 0 },
    {
      what: 'one signed with the old secret',
      request: request([message(4, 'Hi')], 'the old secret'),
      messages: 1,
    },
  ],
  twice: [request([message(5, 'Twice')]), request([message(5, 'Twice')])],
  malformed: [
    { what: 'no JSON', request: { ...request([]), body: new TextEncoder().encode('<xml/>') } },
    { what: 'another shape', request: request({ updates: [] }) },
  ],
  proof: {
    read: ({ body }) => body,
    write: (from, body) => ({ ...from, body }),
  },
  withUnknownFields: (from) => {
    const updates = JSON.parse(new TextDecoder().decode(from.body)) as object[];
    return {
      ...from,
      body: new TextEncoder().encode(JSON.stringify(updates.map((it) => ({ ...it, edited: 1 })))),
    };
  },
  textOf: (part) => part.text,
});
