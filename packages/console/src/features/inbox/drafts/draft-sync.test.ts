import { CallError, type SavedDraft } from '@fairlead/contract';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { DraftStore } from '../composer/draft-store.ts';
import { type DraftServer, DraftSync } from './draft-sync.ts';
import { bodyOf } from './draft-words.ts';
import { KeptVersions } from './kept-versions.ts';

class MemoryStorage implements Storage {
  #map = new Map<string, string>();
  get length() {
    return this.#map.size;
  }
  clear = () => this.#map.clear();
  getItem = (key: string) => this.#map.get(key) ?? null;
  key = (index: number) => [...this.#map.keys()][index] ?? null;
  removeItem = (key: string) => void this.#map.delete(key);
  setItem = (key: string, value: string) => void this.#map.set(key, value);
}

/** A server that keeps drafts by the promises of the endpoints. */
class Kept implements DraftServer {
  drafts = new Map<string, SavedDraft>();
  version = 0;
  saves = 0;
  offline = false;
  #answer(): void {
    if (this.offline) throw new CallError('server.unavailable', {}, 0);
  }
  list = async (id: string) => {
    this.#answer();
    return [...this.drafts.values()].filter((it) => it.conversationId === id);
  };
  save: DraftServer['save'] = async ({ id, kind }, part, version, shared) => {
    this.saves++;
    this.#answer();
    const key = `${id}.${kind}`;
    if ((this.drafts.get(key)?.version ?? null) !== version)
      throw new CallError('conversation.draft_changed', {}, 409);
    const { attachmentIds: _, ...content } = bodyOf(part);
    const words = { ...content, macros: [], attachments: [...part.attachments] };
    const place = { conversationId: id, agentId: 'lin', kind, version: ++this.version };
    const saved = { ...words, ...place, shared, writtenAt: '2026-01-01T00:00:00.000Z' };
    this.drafts.set(key, saved);
    return saved;
  };
  remove: DraftServer['remove'] = async ({ id, kind }, version) => {
    this.#answer();
    const held = this.drafts.get(`${id}.${kind}`);
    if (held && held.version !== version) throw new CallError('conversation.draft_changed', {}, 409);
    this.drafts.delete(`${id}.${kind}`);
  };
  get text() {
    return this.drafts.get('a.text')?.text;
  }
}

/** A browser of the same agent. */
function screen(server: Kept, storage = new MemoryStorage()) {
  const drafts = new DraftStore(storage, 'lin');
  const gone = vi.fn();
  const sync: DraftSync = new DraftSync({
    drafts,
    kept: new KeptVersions(storage, 'lin'),
    agentId: 'lin',
    server,
    leaving: server,
    onSaved: () => {},
    onChanged: (id) => void sync.look(id),
    onGone: gone,
  });
  const stop = sync.start();
  const write = (text: string) => drafts.write('a', 'text', { text }, 1);
  return { drafts, sync, gone, storage, stop, write, text: () => drafts.get('a').text.text };
}

const pass = (milliseconds = 2_000) => vi.advanceTimersByTimeAsync(milliseconds);
const place = { id: 'a', kind: 'text' as const };
let server: Kept;

beforeEach(() => {
  vi.useFakeTimers();
  server = new Kept();
});
afterEach(() => vi.useRealTimers());

it('saves when writing pauses, and now and then while it goes on', async () => {
  const { sync, write } = screen(server);
  await sync.look('a');
  for (let key = 1; key <= 20; key++) {
    write('x'.repeat(key));
    await pass(100);
  }
  expect(server.saves).toBe(0);
  await pass();
  expect([server.saves, server.text]).toEqual([1, 'x'.repeat(20)]);
  for (let key = 1; key <= 100; key++) {
    write('y'.repeat(key));
    await pass(100);
  }
  expect(server.saves).toBeGreaterThan(1);
  expect(server.saves).toBeLessThan(5);
});

it('brings what was written elsewhere, also while the thread is on screen', async () => {
  const [first, second] = [screen(server), screen(server)];
  await first.sync.look('a');
  await second.sync.look('a');
  first.write('Dear Linh');
  await pass();
  await second.sync.look('a');
  expect(second.text()).toBe('Dear Linh');
  second.write('Dear Linh, your deposit');
  await pass();
  await first.sync.look('a');
  expect(first.text()).toBe('Dear Linh, your deposit');
});

it('removes what was sent, also when that could not be said before the page closed', async () => {
  const first = screen(server);
  await first.sync.look('a');
  first.write('sent');
  await pass();
  server.offline = true;
  first.drafts.clear('a', 'text');
  await pass();
  first.stop();
  expect(server.text).toBe('sent');
  server.offline = false;
  const again = screen(server, first.storage);
  await pass();
  expect([server.text, again.text()]).toEqual([undefined, '']);
});

it('says when what stood here is gone, and keeps what was written since', async () => {
  const [first, second] = [screen(server), screen(server)];
  await first.sync.look('a');
  first.write('one');
  await pass();
  await second.sync.look('a');
  second.drafts.clear('a', 'text');
  await pass();
  await first.sync.look('a');
  expect([first.text(), first.gone.mock.calls.length]).toEqual(['', 1]);

  first.write('two');
  await pass();
  await second.sync.look('a');
  second.drafts.clear('a', 'text');
  await pass(10);
  first.write('two and more');
  await pass();
  expect(first.text()).toBe('two and more');
  expect(first.sync.standing('a', 'text').other).toBeNull();
});

it.each([
  ['mine', 'written here'],
  ['other', 'written there'],
] as const)('loses nothing where both were changed, until %s is chosen', async (which, expected) => {
  const [first, second] = [screen(server), screen(server)];
  await first.sync.look('a');
  await second.sync.look('a');
  second.write('written there');
  await pass();
  first.write('written here');
  await pass();
  expect([first.text(), server.text]).toEqual(['written here', 'written there']);
  expect(first.sync.standing('a', 'text').other?.text).toBe('written there');
  await pass(60_000);
  expect(server.text).toBe('written there');
  first.sync.choose(place, which);
  await pass();
  expect([first.text(), server.text]).toEqual([expected, expected]);
  expect(first.sync.standing('a', 'text').other).toBeUndefined();
});

it('asks nothing when both say the same: the answer to a save was lost', async () => {
  const { sync, write } = screen(server);
  await sync.look('a');
  const { save } = server;
  server.save = async (...input) => {
    await save(...input);
    server.save = save;
    throw new CallError('server.unavailable', {}, 0);
  };
  write('once');
  await pass(10_000);
  expect(sync.standing('a', 'text').other).toBeUndefined();
  write('twice');
  await pass();
  expect(server.text).toBe('twice');
});

it('shares and stops sharing, and stays shared as it is written on', async () => {
  const { sync, write } = screen(server);
  await sync.look('a');
  write('one');
  sync.share(place, true);
  await pass(10);
  expect([server.drafts.get('a.text')?.shared, sync.standing('a', 'text').shared]).toEqual([true, true]);
  write('two');
  await pass();
  expect(server.drafts.get('a.text')).toMatchObject({ shared: true, text: 'two' });
  sync.share(place, false);
  await pass(10);
  expect(server.drafts.get('a.text')?.shared).toBe(false);
  write('');
  await pass();
  write('new');
  await pass();
  expect(server.drafts.get('a.text')?.shared).toBe(false);
});

it('does not take an old answer for news', async () => {
  const { sync, write, text } = screen(server);
  await sync.look('a');
  const { list } = server;
  const { promise, resolve } = Promise.withResolvers<void>();
  server.list = async (id) => {
    const items = await list(id);
    server.list = list;
    await promise;
    return items;
  };
  const looking = sync.look('a');
  write('written meanwhile');
  await pass();
  resolve();
  await looking;
  expect([text(), server.text]).toEqual(['written meanwhile', 'written meanwhile']);
});
