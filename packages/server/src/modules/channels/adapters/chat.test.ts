import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { describeChannelConformance } from '../conformance.ts';
import { fail, type RawRequest } from '../port.ts';
import { chatAdapter } from './chat.ts';

const customerId = '0190b6f4-8a51-7c3e-9d10-5d2f6a1b7c01';
const inboxId = '0190b6f4-8a51-7c3e-9d10-5d2f6a1b7c02';
const encode = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
const request = (body: unknown): RawRequest => ({
  headers: {},
  query: {},
  body: encode(body),
  session: { customerId, inboxId },
  receivedAt: new Date('2026-11-24T08:00:00Z'),
});
const text = request({ key: 'browser-1:7', text: 'Nạp tiền chưa vào tài khoản 😢', attachmentIds: [] });
const screenshot = request({ key: 'browser-1:8', text: '', attachmentIds: [randomUUID()] });

describeChannelConformance('chat', {
  adapter: chatAdapter,
  material: { inboxId, secrets: [] },
  genuine: [
    { what: 'a text', request: text, messages: 1 },
    { what: 'a screenshot', request: screenshot, messages: 1 },
  ],
  twice: [text, { ...text, receivedAt: new Date('2026-11-24T08:00:09Z') }],
  malformed: [
    { what: 'a body that is no JSON', request: { ...text, body: new TextEncoder().encode('{"key":') } },
    { what: 'bytes that are no text', request: { ...text, body: Uint8Array.of(0xff, 0xfe, 0x00) } },
    { what: 'a message without a key', request: request({ text: 'hello' }) },
    { what: 'a text that is none', request: request({ key: 'browser-1:9', text: { toString: 'x' } }) },
    { what: 'a message of nobody', request: { ...text, session: null } },
  ],
  proof: {
    read: ({ session }) => new TextEncoder().encode(session?.inboxId),
    write: (from, bytes) => ({
      ...from,
      session: from.session && { ...from.session, inboxId: new TextDecoder().decode(bytes) },
    }),
  },
  withUnknownFields: (from) => ({
    ...from,
    body: encode({ ...JSON.parse(new TextDecoder().decode(from.body)), mood: 'calm' }),
  }),
});

describe('chat', () => {
  test('refuses a session of another inbox', () => {
    const other = { inboxId: randomUUID(), secrets: [] };
    expect(() => chatAdapter.verify(text, other)).toThrow(fail('identity.session_invalid'));
  });

  test('tells the same key of two customers apart', () => {
    const other = { ...text, session: { customerId: randomUUID(), inboxId } };
    expect(chatAdapter.decode(other)[0]?.externalId).not.toBe(chatAdapter.decode(text)[0]?.externalId);
  });
});
