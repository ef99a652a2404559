import { randomUUID } from 'node:crypto';
import { describeChannelConformance } from '../conformance.ts';
import type { RawRequest } from '../port.ts';
import { portalAdapter } from './portal.ts';

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

describeChannelConformance('portal', {
  adapter: portalAdapter,
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
