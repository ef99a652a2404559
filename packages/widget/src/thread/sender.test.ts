import type { ClientFrame } from '@fairlead/contract';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Refusal } from '../session/refusal.ts';
import { conversation, own, pending } from '../testing/samples.ts';
import type { Pending } from './pending.ts';
import { type Acknowledgement, createSender } from './sender.ts';

const stored = (key: string): Acknowledgement => ({ message: own(1, key), conversation: conversation() });

/** A sender with a queue, a socket that may be up, and a server that answers by turns. */
function setUp(keys: string[], answers: Array<Acknowledgement | Refusal> = []) {
  let queue: Pending[] = keys.map((key) => pending(key));
  const log: string[] = [];
  const frames: ClientFrame[] = [];
  const socket = { up: false };
  const mark = (key: string, state: Pending['state']) => {
    queue = queue.map((it) => (it.key === key ? { ...it, state } : it));
  };
  const answer = async (_id: string, body: { key: string }) => {
    log.push(`http ${body.key}`);
    const next = answers.shift() ?? stored(body.key);
    if (next instanceof Refusal) throw next;
    return next;
  };
  const sender = createSender({
    api: { post: answer, start: (body) => answer('', body) },
    next: () => queue.find(({ state }) => state === 'waiting'),
    locale: () => 'en',
    say(frame) {
      if (socket.up) frames.push(frame);
      return socket.up;
    },
    onSending: (key) => mark(key, 'sending'),
    onStored(key) {
      log.push(`stored ${key}`);
      queue = queue.filter((it) => it.key !== key);
    },
    onDelayed: (key) => mark(key, 'waiting'),
    onFailed(key, { code }) {
      log.push(`failed ${key} ${code}`);
      mark(key, 'failed');
    },
  });
  return { sender, log, frames, socket };
}

describe('the sender', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('sends one after the other, in order', async () => {
    const { sender, log } = setUp(['a', 'b', 'c']);
    sender.pump();
    sender.pump();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(log).toEqual(['http a', 'stored a', 'http b', 'stored b', 'http c', 'stored c']);
  });

  it('waits for the socket to acknowledge one before it says the next', async () => {
    const { sender, log, frames, socket } = setUp(['a', 'b']);
    socket.up = true;
    sender.pump();
    await vi.advanceTimersByTimeAsync(100);
    expect(frames).toMatchObject([{ t: 'send', key: 'a', ref: 'a', conversationId: 'k1' }]);
    sender.answered('a', stored('a'));
    await vi.advanceTimersByTimeAsync(0);
    expect(frames[1]).toMatchObject({ key: 'b' });
    expect(log).toEqual(['stored a']);
  });

  it('sends the same key again over HTTP when the socket stays silent', async () => {
    const { sender, log, frames, socket } = setUp(['a']);
    socket.up = true;
    sender.pump();
    await vi.advanceTimersByTimeAsync(30_000);
    expect(frames).toHaveLength(1);
    expect(log).toEqual(['http a', 'stored a']);
  });

  it('tries again what fails in passing, and keeps the order', async () => {
    const { sender, log } = setUp(['a', 'b'], [new Refusal('server.unavailable')]);
    sender.pump();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(log).toEqual(['http a', 'http a', 'stored a', 'http b', 'stored b']);
  });

  it('waits as long as it is asked to', async () => {
    const { sender, log } = setUp(['a'], [new Refusal('request.rate_limited', { seconds: 40 })]);
    sender.pump();
    await vi.advanceTimersByTimeAsync(39_000);
    expect(log).toEqual(['http a']);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(log).toEqual(['http a', 'http a', 'stored a']);
  });

  it('gives up what is refused for a reason, and goes on with the next', async () => {
    const { sender, log } = setUp(['a', 'b'], [new Refusal('conversation.message_too_long')]);
    sender.pump();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(log).toEqual(['http a', 'failed a conversation.message_too_long', 'http b', 'stored b']);
  });

  it('believes an acknowledgement that comes late', () => {
    const { sender, log } = setUp([]);
    sender.answered('long ago', stored('long ago'));
    expect(log).toEqual(['stored long ago']);
  });
});
