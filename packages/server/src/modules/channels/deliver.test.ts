import { expect, test, vi } from 'vitest';
import { chatAdapter } from './adapters/chat.ts';
import { deliver } from './deliver.ts';
import { type ChannelAdapter, type SendContext, SendError } from './port.ts';

const to = { address: '77', threadKey: null, credentials: {} };
const outbound = { id: 'm1', text: 'one two three' };

/** A channel whose parts are words, and which sends as it is told. */
function channel(
  send: (part: string, context: SendContext) => Promise<{ externalId: string }>,
): ChannelAdapter<string> {
  return {
    ...chatAdapter,
    capabilities: { ...chatAdapter.capabilities, push: true },
    encode: ({ text }) => text.split(' '),
    send,
  };
}

test('sends every part in order, each with a key of its own', async () => {
  const sent: string[] = [];
  const adapter = channel(async (part, { key }) => {
    sent.push(`${key} ${part}`);
    return { externalId: part.toUpperCase() };
  });
  expect(await deliver(adapter, outbound, to)).toEqual({
    state: 'sent',
    externalIds: ['ONE', 'TWO', 'THREE'],
  });
  expect(sent).toEqual(['m1:0 one', 'm1:1 two', 'm1:2 three']);
});

test('goes on after the parts that were sent before', async () => {
  const send = vi.fn(async (part: string) => ({ externalId: part }));
  const again = { ...outbound, partsSent: 2 };
  expect(await deliver(channel(send), again, to)).toEqual({ state: 'sent', externalIds: ['three'] });
  expect(send).toHaveBeenCalledTimes(1);
});

test('goes on at the address that the platform answers, and tells it whatever comes of the rest', async () => {
  const sent: string[] = [];
  const adapter = channel(async (part, { address }) => {
    if (part === 'three') throw new SendError('not now', { permanent: false, retryAfter: null });
    sent.push(`${address} ${part}`);
    return { externalId: part, ...(part === 'one' && { address: 'in private' }) };
  });
  expect(await deliver(adapter, outbound, to)).toEqual({
    state: 'retry',
    after: null,
    reason: 'not now',
    partsSent: 2,
    address: 'in private',
  });
  expect(sent).toEqual([`${to.address} one`, 'in private two']);
});

test('credentials that are refused are renewed once; what was sent before is not sent again', async () => {
  const sent: string[] = [];
  const adapter = channel(async (part, { credentials }) => {
    if (part === 'two' && credentials['token'] !== 'new')
      throw new SendError('refused', { permanent: false, retryAfter: null, signInRefused: true });
    sent.push(part);
    return { externalId: part };
  });
  const renew = vi.fn(async () => ({ token: 'new' }));
  expect(await deliver(adapter, outbound, { ...to, renew })).toMatchObject({ state: 'sent' });
  expect(sent).toEqual(['one', 'two', 'three']);
  const useless = vi.fn(async () => ({ token: 'old' }));
  expect(await deliver(adapter, outbound, { ...to, renew: useless })).toEqual({
    state: 'retry',
    after: null,
    reason: 'refused',
    partsSent: 1,
    signInRefused: true,
  });
  expect([renew, useless].map((it) => it.mock.calls.length)).toEqual([1, 1]);
});

test.each([
  {
    what: 'a limit that says when to come back',
    error: new SendError('too many requests', { permanent: false, retryAfter: 30 }),
    result: { state: 'retry', after: 30, reason: 'too many requests', partsSent: 1 },
  },
  {
    what: 'a limit that asks for days',
    error: new SendError('too many requests', { permanent: false, retryAfter: 999_999 }),
    result: { state: 'retry', after: 21_600, reason: 'too many requests', partsSent: 1 },
  },
  {
    what: 'a platform that is down',
    error: new SendError('bad gateway', { permanent: false, retryAfter: null }),
    result: { state: 'retry', after: null, reason: 'bad gateway', partsSent: 1 },
  },
  {
    what: 'a broken connection',
    error: new TypeError('fetch failed'),
    result: { state: 'retry', after: null, reason: 'fetch failed', partsSent: 1 },
  },
  {
    what: 'a customer who blocked us',
    error: new SendError('blocked by the customer', { permanent: true }),
    result: { state: 'failed', reason: 'blocked by the customer' },
  },
])('says what came of $what', async ({ error, result }) => {
  const adapter = channel(async (part) => {
    if (part === 'two') throw error;
    return { externalId: part };
  });
  expect(await deliver(adapter, outbound, to)).toEqual(result);
});

test('gives up on a part that takes too long, also where the adapter does not listen', async () => {
  const adapter = channel(() => new Promise(() => {}));
  const result = await deliver(adapter, outbound, to, 5);
  expect(result).toEqual({ state: 'retry', after: null, reason: 'timed out', partsSent: 0 });
});

test('fails a message that has nowhere to go', async () => {
  const adapter = channel(async (part) => ({ externalId: part }));
  expect(await deliver(adapter, outbound)).toEqual({
    state: 'failed',
    reason: 'no address on this channel',
  });
});

test('on the chat, stored is sent', async () => {
  expect(await deliver(chatAdapter, outbound)).toEqual({ state: 'sent', externalIds: [] });
});
