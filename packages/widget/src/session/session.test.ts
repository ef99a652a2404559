import type { ChatSession } from '@fairlead/contract';
import { describe, expect, it } from 'vitest';
import { memoryStorage } from '../testing/samples.ts';
import type { Api } from './api.ts';
import { createKeep } from './keep.ts';
import { Refusal } from './refusal.ts';
import { createSession } from './session.ts';

type Body = Parameters<Api['begin']>[0];

/** A browser over one storage, and a server that knows who is behind tokens and identities. */
function setUp(storage = memoryStorage()) {
  const asked: Body[] = [];
  let visitors = 0;
  const begin = async (body: Body): Promise<ChatSession> => {
    asked.push(body);
    if (body.identity === 'expired') throw new Refusal('identity.token_expired');
    if (body.token === 'revoked') throw new Refusal('identity.session_invalid');
    const id = body.identity ?? body.token ?? `visitor ${++visitors}`;
    const customer = {
      id,
      name: null,
      verified: !id.startsWith('visitor'),
      email: null,
      locale: 'en' as const,
    };
    return { token: id, customer, conversations: [], expectsNews: false };
  };
  const session = createSession({
    inbox: 'demo',
    keep: createKeep('s.', storage),
    api: { begin },
    locale: () => 'en',
    page: () => ({ url: 'https://x.example/trade', title: 'Trade' }),
  });
  return { session, asked, storage };
}

describe('a session', () => {
  it('is a visitor’s, and the same visitor’s the next time', async () => {
    const { session, asked, storage } = setUp();
    expect(session.headers()).toEqual({});
    await session.begin();
    expect(asked[0]).toMatchObject({ inbox: 'demo', page: { url: 'https://x.example/trade' } });
    expect(asked[0]?.browserKey).toMatch(/^[\w-]{43}$/);
    expect(session.headers()).toEqual({
      authorization: 'Bearer visitor 1',
      'x-fairlead-browser': asked[0]?.browserKey,
    });

    const later = setUp(storage);
    expect(later.session.known()).toBe(true);
    await later.session.begin();
    expect(later.asked[0]).toMatchObject({ token: 'visitor 1', browserKey: asked[0]?.browserKey });
  });

  it('becomes the customer’s who is proven, with the visitor’s token so that threads are merged', async () => {
    const { session, asked } = setUp();
    await session.begin();
    await session.begin('alice');
    expect(asked[1]).toMatchObject({
      identity: 'alice',
      token: 'visitor 1',
      browserKey: asked[0]?.browserKey,
    });
    expect(session.verified()).toBe(true);
  });

  it('stays the visitor’s when a proof is refused, and says why', async () => {
    const { session, asked } = setUp();
    await session.begin();
    const begun = await session.begin('expired');
    expect(begun.refused?.code).toBe('identity.token_expired');
    expect(begun.session.customer.id).toBe('visitor 1');
    expect(asked[2]?.identity).toBeUndefined();
  });

  it('does not stay another customer’s when a proof is refused', async () => {
    const { session, asked } = setUp();
    await session.begin('alice');
    const begun = await session.begin('expired');
    expect(begun.session.customer).toMatchObject({ id: 'visitor 1', verified: false });
    expect(asked.at(-1)?.token).toBeUndefined();
    expect(asked.at(-1)?.browserKey).not.toBe(asked[0]?.browserKey);
  });

  it('begins anew when the server no longer accepts it', async () => {
    const storage = memoryStorage();
    createKeep('s.', storage).set('session', { token: 'revoked', customerId: 'alice', verified: true });
    const { session } = setUp(storage);
    const begun = await session.begin();
    expect(begun).toMatchObject({
      refused: { code: 'identity.session_invalid' },
      session: { token: 'visitor 1' },
    });
  });

  it('is a stranger’s after signing out', async () => {
    const { session, asked } = setUp();
    await session.begin('alice');
    session.leave();
    expect(session.headers()).toEqual({});
    await session.begin();
    expect(asked[1]?.token).toBeUndefined();
    expect(asked[1]?.browserKey).not.toBe(asked[0]?.browserKey);
  });

  it('keeps its order when two begin at once', async () => {
    const { session, asked } = setUp();
    await Promise.all([session.begin(), session.begin('alice')]);
    expect(asked[1]).toMatchObject({ token: 'visitor 1', identity: 'alice' });
  });

  it('notices that another tab became somebody else', async () => {
    const { session, storage } = setUp();
    await session.begin();
    expect(session.reread()).toBe(false);
    await setUp(storage).session.begin('alice');
    expect(session.reread()).toBe(true);
    expect(session.token()).toBe('alice');
  });
});
