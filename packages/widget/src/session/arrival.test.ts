import type { ChatSession } from '@fairlead/contract';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { memoryStorage } from '../testing/samples.ts';
import { createArrival } from './arrival.ts';
import { createKeep } from './keep.ts';
import { Refusal } from './refusal.ts';
import { createSession } from './session.ts';

/** An arrival at a server that answers when the test lets it. */
function setUp() {
  const log: string[] = [];
  const waiting: Array<(failure?: Refusal) => void> = [];
  const server = { expired: false };
  let visitors = 0;
  const session = createSession({
    inbox: 'demo',
    keep: createKeep('s.', memoryStorage()),
    api: {
      async begin({ identity, token }) {
        const failure = await new Promise<Refusal | undefined>((resolve) => waiting.push(resolve));
        if (failure) throw failure;
        const id = identity ?? (server.expired ? undefined : token) ?? `visitor ${++visitors}`;
        const customer = {
          id,
          name: null,
          verified: !id.startsWith('visitor'),
          email: null,
          locale: 'en' as const,
        };
        return { token: id, customer, conversations: [], expectsNews: false } satisfies ChatSession;
      },
    },
    locale: () => 'en',
    page: () => undefined,
  });
  const arrival = createArrival({
    session,
    prepare: async () => undefined,
    onBeginning: () => undefined,
    onBegun: ({ customer }, visitor) => log.push(visitor ? `${customer.id}, was ${visitor}` : customer.id),
    onFailed: ({ code }) => log.push(code),
    onUnproven: ({ code }) => log.push(code),
    onLeft: () => log.push('left'),
  });
  const settle = () => vi.advanceTimersByTimeAsync(0);
  const answer = async (failure?: Refusal) => {
    await settle();
    waiting.shift()?.(failure);
    await settle();
  };
  return { arrival, session, server, log, answer, waiting };
}

describe('an arrival', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('says whose the messages of a visitor are now', async () => {
    const { arrival, log, answer } = setUp();
    arrival.begin();
    await answer();
    arrival.identify('alice');
    await answer();
    expect(log).toEqual(['visitor 1', 'alice, was visitor 1']);
  });

  it('does not sign in who signed out meanwhile', async () => {
    const { arrival, session, log, answer } = setUp();
    arrival.identify('alice');
    arrival.identify(null);
    await answer();
    expect(log).toEqual(['left']);
    expect(session.known()).toBe(false);
    arrival.begin();
    await answer();
    expect(log).toEqual(['left', 'visitor 1']);
  });

  it('goes with the last of two identities', async () => {
    const { arrival, log, answer } = setUp();
    arrival.identify('alice');
    arrival.identify('bob');
    await answer();
    await answer();
    expect(log).toEqual(['bob']);
  });

  it('leaves a visitor alone when nobody is signed in', async () => {
    const { arrival, session, log, answer } = setUp();
    arrival.begin();
    await answer();
    arrival.identify(null);
    expect(log).toEqual(['visitor 1']);
    expect(session.token()).toBe('visitor 1');
  });

  it('tries again by itself, with the identity that it was given', async () => {
    const { arrival, log, answer } = setUp();
    arrival.identify('alice');
    await answer(new Refusal('server.unavailable'));
    await vi.advanceTimersByTimeAsync(60_000);
    await answer();
    expect(log).toEqual(['server.unavailable', 'alice']);
  });

  it('does not try again what is refused for good', async () => {
    const { arrival, log, answer, waiting } = setUp();
    arrival.begin();
    await answer(new Refusal('channels.inbox_not_found'));
    await vi.advanceTimersByTimeAsync(600_000);
    expect(log).toEqual(['channels.inbox_not_found']);
    expect(waiting).toEqual([]);
  });

  it('tells when a proof has run out', async () => {
    const { arrival, server, log, answer } = setUp();
    arrival.identify('alice');
    await answer();
    server.expired = true;
    arrival.begin();
    await answer();
    expect(log).toEqual(['alice', 'visitor 1', 'identity.session_invalid']);
  });
});
