import type { AgentEvent } from '@fairlead/contract';
import { describe, expect, it } from 'vitest';
import { apply, type LiveState } from './apply-event.ts';
import type { ListQuery, ListState } from './list-state.ts';
import { sampleConversation, sampleId, sampleMessage, sampleMoment } from './samples.ts';
import { emptyThread, needsFetch, type ThreadState, withStretch } from './thread-state.ts';

const me = sampleId(700);
const id = sampleId(1);
const list = (query: ListQuery, items: ListState['items'] = [], complete = true): ListState => ({
  query,
  items,
  complete,
  stale: false,
});
const held = (from: number, to: number): ThreadState =>
  withStretch(
    emptyThread,
    Array.from({ length: to - from + 1 }, (_, index) => sampleMessage(from + index)),
    to,
  );
const state = (with_: Partial<LiveState> = {}): LiveState => ({
  agentId: me,
  conversations: { [id]: sampleConversation({ version: 3, lastSeq: 3 }) },
  threads: { [id]: held(1, 3) },
  ...with_,
});
const posted = (seq: number, version: number, lastSeq = seq): AgentEvent => ({
  type: 'message.posted',
  message: sampleMessage(seq),
  conversation: sampleConversation({ version, lastSeq, lastActivityAt: sampleMoment(seq) }),
});
const seqs = (after: LiveState) => after.threads[id]?.messages.map((message) => message.seq);

describe('a message that was posted', () => {
  it.each<[string, AgentEvent[], number[], boolean, number]>([
    ['the next one', [posted(4, 4)], [1, 2, 3, 4], false, 4],
    ['the same twice', [posted(4, 4), posted(4, 4)], [1, 2, 3, 4], false, 4],
    ['one that is held already', [posted(2, 2)], [1, 2, 3], false, 3],
    ['one beyond a gap', [posted(5, 5)], [1, 2, 3], true, 5],
    ['out of order: the gap stays until it is fetched', [posted(5, 5), posted(4, 4)], [1, 2, 3, 4], true, 5],
    ['out of order, and then again', [posted(5, 5), posted(4, 4), posted(5, 5)], [1, 2, 3, 4, 5], false, 5],
    [
      'two of one change, of which the first tells of the last',
      [posted(4, 4, 5), posted(5, 4)],
      [1, 2, 3, 4, 5],
      false,
      4,
    ],
  ])('%s', (_, events, expected, gap, version) => {
    const after = events.reduce(apply, state());
    expect(seqs(after)).toEqual(expected);
    expect(needsFetch(after.threads[id] ?? emptyThread)).toBe(gap);
    expect(after.conversations[id]?.version).toBe(version);
  });

  it('makes known that something is missing when only the conversation says so', () => {
    const after = apply(state(), {
      type: 'conversation.changed',
      conversation: sampleConversation({ version: 4, lastSeq: 6 }),
    });
    expect(needsFetch(after.threads[id] ?? emptyThread)).toBe(true);
  });

  it('fills the gap by the fetched stretch', () => {
    const after = apply(state(), posted(6, 6));
    const thread = withStretch(
      after.threads[id] ?? emptyThread,
      [4, 5, 6].map((seq) => sampleMessage(seq)),
      6,
    );
    expect(thread.messages.map((message) => message.seq)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(needsFetch(thread)).toBe(false);
  });

  it('leaves threads alone that are not held', () => {
    expect(apply(state({ threads: {} }), posted(4, 4)).threads).toEqual({});
  });

  it('ends the typing of its customer', () => {
    const typing = apply(state(), { type: 'customer.typing', conversationId: id, on: true });
    expect(typing.typing).toEqual({ [id]: true });
    expect(apply(typing, posted(4, 4)).typing).toEqual({});
  });
});

it('replaces a changed message and nothing else', () => {
  const failed = sampleMessage(2, { delivery: { state: 'failed', error: 'blocked' } });
  const after = apply(state(), { type: 'message.changed', message: failed });
  expect(after.threads[id]?.messages[1]).toBe(failed);
  expect(seqs(after)).toEqual([1, 2, 3]);
  const unknown = apply(state(), { type: 'message.changed', message: sampleMessage(9) });
  expect(seqs(unknown)).toEqual([1, 2, 3]);
});

describe('old news', () => {
  it.each([1, 2, 3])('version %i of a conversation held at 3 changes nothing', (version) => {
    const before = state({ lists: { mine: list({ view: 'mine' }, [sampleConversation({ version: 3 })]) } });
    const event: AgentEvent = {
      type: 'conversation.changed',
      conversation: sampleConversation({ version, state: 'closed' }),
    };
    expect(apply(before, event)).toBe(before);
  });
});

describe('lists', () => {
  const other = sampleConversation({ n: 2, lastActivityAt: sampleMoment(30) });
  const mine = sampleConversation({ version: 3, lastActivityAt: sampleMoment(20) });
  const change = (with_: Partial<typeof mine>): AgentEvent => ({
    type: 'conversation.changed',
    conversation: { ...mine, version: 4, lastActivityAt: sampleMoment(40), ...with_ },
  });
  const after = (query: ListQuery, items: ListState['items'], event: AgentEvent, complete = true) =>
    apply(state({ lists: { it: list(query, items, complete) } }), event).lists?.['it'];
  const ids = (found: ListState | undefined) => found?.items.map((item) => item.id);

  it('brings the latest activity to the top', () => {
    expect(ids(after({ view: 'mine' }, [other, mine], change({})))).toEqual([mine.id, other.id]);
  });

  it.each<[string, ListQuery, Partial<typeof mine>]>([
    ['mine, given to another', { view: 'mine' }, { assigneeId: sampleId(701) }],
    ['mine, closed', { view: 'mine' }, { state: 'closed' }],
    ['of a team, passed on', { view: `team:${sampleId(800)}` }, { teamId: sampleId(801) }],
    ['all, closed', { view: 'all' }, { state: 'closed' }],
    ['of a language that turned out to be another', { view: 'all', language: 'vi' }, { language: 'en' }],
    ['closed, reopened', { view: 'closed' }, { state: 'assigned' }],
  ])('takes out of: %s', (_, query, with_) => {
    expect(ids(after(query, [other, mine], change(with_)))).toEqual([other.id]);
  });

  it.each<[string, ListQuery, Partial<typeof mine>]>([
    ['mine, assigned', { view: 'mine' }, {}],
    ['unassigned, released', { view: 'unassigned' }, { assigneeId: null, state: 'queued' }],
    ['closed', { view: 'closed' }, { state: 'closed' }],
    ['a customer’s own, closed or not', { view: 'all', customerId: mine.customer.id }, { state: 'closed' }],
  ])('takes into: %s', (_, query, with_) => {
    expect(ids(after(query, [other], change(with_)))).toEqual([mine.id, other.id]);
  });

  it('leaves for the next page what falls behind the last that is loaded', () => {
    const older = change({ lastActivityAt: sampleMoment(10) });
    expect(ids(after({ view: 'mine' }, [other], older, false))).toEqual([other.id]);
    expect(ids(after({ view: 'mine' }, [other], older, true))).toEqual([other.id, mine.id]);
  });

  it('neither adds to nor takes from a search', () => {
    const query = { view: 'all', q: 'memo' };
    expect(ids(after(query, [other], change({})))).toEqual([other.id]);
    expect(after(query, [mine], change({ state: 'closed' }))?.items[0]?.state).toBe('closed');
  });

  it('asks for the mentions again', () => {
    const event: AgentEvent = { type: 'mentioned', conversationId: id, messageId: sampleId(9), by: 'Lin' };
    expect(after({ view: 'mentions' }, [], event)?.stale).toBe(true);
    expect(after({ view: 'mine' }, [], event)?.stale).toBe(false);
  });
});

describe('a conversation that was removed', () => {
  const lists = {
    mine: list({ view: 'mine' }, [sampleConversation({ version: 3 })]),
    found: list({ view: 'all', q: 'memo' }, [sampleConversation({ version: 3 })]),
  };
  const removed = apply(state({ lists }), { type: 'conversation.removed', conversationId: id });

  it('leaves the lists and marks the thread', () => {
    expect(removed.conversations).toEqual({});
    expect(removed.lists?.['mine']?.items).toEqual([]);
    expect(removed.lists?.['found']).toMatchObject({ items: [], stale: true });
    expect(removed.threads[id]?.gone).toBe(true);
  });

  it('is back whole when news of it follows, as for somebody who sees it by another way', () => {
    const back = apply(removed, posted(4, 4));
    expect(back.conversations[id]?.version).toBe(4);
    expect(back.lists?.['mine']?.items).toHaveLength(1);
    expect(back.threads[id]?.gone).toBe(false);
    expect(seqs(back)).toEqual([1, 2, 3, 4]);
  });
});

it('keeps presence, load and viewers as they were last told', () => {
  const agentId = sampleId(702);
  const viewers = [{ agentId, replying: true }];
  const events: AgentEvent[] = [
    { type: 'presence.changed', agentId, presence: 'away', load: 3 },
    { type: 'presence.changed', agentId, presence: 'online', load: 2 },
    { type: 'viewers.changed', conversationId: id, viewers },
  ];
  const after = events.reduce(apply, state());
  expect(after.agents).toEqual({ [agentId]: { presence: 'online', load: 2 } });
  expect(after.viewers?.[id]).toEqual(viewers);
});
