import type { Conversation } from '@fairlead/contract';
import { QueryClient } from '@tanstack/react-query';
import { beforeEach, describe, expect, it } from 'vitest';
import { conversationKeys, type ListPages } from './conversation-queries.ts';
import { applyToCache } from './event-to-cache.ts';
import { sampleConversation, sampleId, sampleMoment } from './samples.ts';
import { showAtOnce } from './show-at-once.ts';
import { emptyThread } from './thread-state.ts';

const me = sampleId(700);
const id = sampleId(1);
const waiting = sampleConversation({ version: 3, state: 'queued', assigneeId: null, accepted: false });
const taken: Partial<Conversation> = { state: 'assigned', assigneeId: me, accepted: true };
const other = sampleConversation({ n: 2, assigneeId: null, state: 'queued', accepted: false });

let client: QueryClient;
const list = (view: string) => [...conversationKeys.lists, { view }];
const one = () => client.getQueryData<Conversation>(conversationKeys.one(id));
const ids = (view: string) =>
  client.getQueryData<ListPages>(list(view))?.pages.flatMap((page) => page.items.map((item) => item.id));
const hear = (with_: Partial<Conversation>) =>
  applyToCache(client, me, {
    type: 'conversation.changed',
    conversation: sampleConversation({ ...waiting, ...with_ }),
  });

beforeEach(() => {
  client = new QueryClient({ defaultOptions: { queries: { gcTime: Number.POSITIVE_INFINITY } } });
  const pages = (items: Conversation[]): ListPages => ({
    pages: [{ items, next: null }],
    pageParams: [undefined],
  });
  client.setQueryData(conversationKeys.one(id), waiting);
  client.setQueryData(conversationKeys.thread(id), emptyThread);
  client.setQueryData(list('unassigned'), pages([other, waiting]));
  client.setQueryData(list('mine'), pages([]));
});

it('shows it at once, in every list where it then stands', () => {
  showAtOnce(client, me, id, taken);
  expect(one()).toMatchObject({ ...taken, version: 3 });
  expect([ids('unassigned'), ids('mine')]).toEqual([[other.id], [id]]);
});

it('puts everything back when it is refused', () => {
  const back = showAtOnce(client, me, id, taken);
  back();
  expect(one()).toEqual(waiting);
  expect([ids('unassigned'), ids('mine')]).toEqual([[other.id, id], []]);
});

it('gives way to the answer', () => {
  const back = showAtOnce(client, me, id, taken);
  back();
  hear({ ...taken, version: 4, lastActivityAt: sampleMoment(5) });
  expect(one()?.version).toBe(4);
  expect([ids('unassigned'), ids('mine')]).toEqual([[other.id], [id]]);
});

it('gives way to an answer by which nothing has changed', () => {
  const back = showAtOnce(client, me, id, taken);
  back();
  hear({ version: 3 });
  expect(one()).toEqual(waiting);
  expect(ids('mine')).toEqual([]);
});

describe('news that comes before a refusal', () => {
  it.each<[string, Partial<Conversation>, string[]]>([
    ['a colleague was quicker', { state: 'assigned', assigneeId: sampleId(701), accepted: true }, []],
    ['it was closed', { state: 'closed' }, []],
    ['routing gave it to me after all', taken, [id]],
  ])('stays: %s', (_, with_, mine) => {
    const back = showAtOnce(client, me, id, taken);
    hear({ ...with_, version: 4 });
    back();
    expect(one()).toMatchObject({ ...with_, version: 4 });
    expect([ids('unassigned'), ids('mine')]).toEqual([[other.id], mine]);
  });

  it('stays: it left what this agent may see', () => {
    const back = showAtOnce(client, me, id, taken);
    applyToCache(client, me, { type: 'conversation.removed', conversationId: id });
    back();
    expect([ids('unassigned'), ids('mine')]).toEqual([[other.id], []]);
  });
});

it('leaves alone what nobody looks at', () => {
  client.removeQueries({ queryKey: conversationKeys.one(id) });
  showAtOnce(client, me, id, taken)();
  expect([ids('unassigned'), ids('mine')]).toEqual([[other.id, id], []]);
});
