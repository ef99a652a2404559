import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createChat } from './chat.ts';
import { type ChatState, initialState } from './chat-state.ts';
import { createKeep } from './session/keep.ts';
import { createStore } from './store.ts';
import { conversation, memoryStorage, own } from './testing/samples.ts';

/** A socket that never opens, so that everything goes over HTTP. */
class Silence extends EventTarget {
  close() {}
}

/** A chat in a browser whose server stores the first message only when it is let. */
let shut = () => {};

async function setUp() {
  let store: () => void = () => undefined;
  const stored = new Promise<void>((resolve) => {
    store = resolve;
  });
  const customer = { id: 'c1', name: null, verified: false, email: null, locale: 'en' };
  const written = { message: own(1, 'first'), conversation: conversation({ lastSeq: 1, version: 2 }) };
  const answers: Record<string, () => unknown> = {
    'GET /api/chat/inboxes/inbox': () => ({ organisation: 'HTX', topics: [], languagesOnline: [] }),
    'POST /api/chat/sessions': () => ({ token: 't', customer, conversations: [], expectsNews: false }),
    'GET /api/chat/conversations': () => ({ items: [] }),
    'POST /api/chat/conversations': () => stored.then(() => written),
    'POST /api/chat/conversations/k1/read': () => written.conversation,
  };
  const left: Array<{ items: Array<{ conversationId: string | null; text: string; key: string }> }> = [];
  vi.stubGlobal('fetch', async (address: string, { method, keepalive, body }: RequestInit) => {
    if (keepalive && address === '/api/chat/messages') left.push(JSON.parse(String(body)));
    const answer = answers[`${method} ${address.split('?')[0]}`];
    return Response.json(answer ? await answer() : { items: [], conversation: written.conversation });
  });
  const keep = createKeep('test.', memoryStorage());
  const state = createStore<ChatState>({ ...initialState, panel: { open: true, full: false } });
  // What comes after the end of a test is looked at by nobody: there is no page any more.
  shut = () => state.set({ panel: { open: false, full: false } });
  const ignore = () => undefined;
  const chat = createChat({ inbox: 'inbox', keep, store: state, onError: ignore, onNews: ignore });
  chat.wake();
  await vi.waitFor(() => expect(state.get().phase).toBe('ready'));
  return { chat, get: state.get, store, left };
}

describe('a conversation that begins', () => {
  beforeEach(() => {
    const page = Object.assign(new EventTarget(), { visibilityState: 'visible' });
    vi.stubGlobal('addEventListener', page.addEventListener.bind(page));
    vi.stubGlobal('removeEventListener', page.removeEventListener.bind(page));
    vi.stubGlobal('dispatchEvent', page.dispatchEvent.bind(page));
    vi.stubGlobal('document', page);
    vi.stubGlobal('navigator', { onLine: true });
    vi.stubGlobal('location', { origin: 'http://localhost' });
    vi.stubGlobal('WebSocket', Silence);
  });
  afterEach(() => {
    shut();
    vi.unstubAllGlobals();
  });

  it('leaves all that is not stored to one request that outlives the page, in order, and keeps it until it is', async () => {
    const { chat, get, left } = await setUp();
    dispatchEvent(new Event('pagehide'));
    expect(left).toEqual([]);
    chat.show({ name: 'thread', id: null, topic: 'trading' });
    for (const words of ['first', 'second', 'third']) chat.send(words, []);
    const { pending } = get().talk;
    dispatchEvent(new Event('pagehide'));
    expect(left).toEqual([
      {
        locale: 'en',
        items: pending.map(({ key, text }) => ({
          key,
          text,
          conversationId: null,
          topic: 'trading',
          attachmentIds: [],
        })),
      },
    ]);
    expect(get().talk.pending).toEqual(pending);
  });

  it('keeps what is being written in it when it gets its id', async () => {
    const { chat, get, store } = await setUp();
    chat.show({ name: 'thread', id: null, topic: null });
    const { visit } = get();
    chat.send('first', []);
    chat.drafts.write('new', 'and one more th');
    store();
    await vi.waitFor(() => expect(get().view).toMatchObject({ id: 'k1' }));
    expect(get().visit).toBe(visit);
    expect(chat.drafts.read('k1')).toBe('and one more th');
    expect(chat.drafts.read('new')).toBe('');
  });

  it('takes what was half written in it along, also when the customer has left it', async () => {
    const { chat, get, store } = await setUp();
    chat.show({ name: 'thread', id: null, topic: null });
    chat.send('first', []);
    chat.drafts.write('new', 'later');
    chat.show({ name: 'home' });
    store();
    await vi.waitFor(() => expect(get().talk.pending).toEqual([]));
    expect(get().view).toEqual({ name: 'home' });
    expect(chat.drafts.read('k1')).toBe('later');
  });

  it('is another visit than the one before', async () => {
    const { chat, get } = await setUp();
    chat.show({ name: 'thread', id: null, topic: null });
    const { visit } = get();
    chat.show({ name: 'home' });
    chat.show({ name: 'thread', id: null, topic: null });
    expect(get().visit).toBeGreaterThan(visit);
  });
});
