import type { CustomerMessage } from '@fairlead/contract';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { conversation, message, own, pending } from '../testing/samples.ts';
import { missingAfter, unreadOf } from './thread.ts';
import { emptyThreads, reduceThreads, type ThreadAction, type ThreadState } from './thread-state.ts';

const run = (...actions: ThreadAction[]): ThreadState => actions.reduce(reduceThreads, emptyThreads);
const posted = (it: CustomerMessage, version = it.seq): ThreadAction => ({
  type: 'arrived',
  items: [it],
  conversation: conversation({ version, lastSeq: it.seq }),
});
const seqs = (state: ThreadState) => state.threads['k1']?.messages.map(({ seq }) => seq);

describe('what arrives', () => {
  it('is the same thread whatever the order and however often', () => {
    const events = [1, 2, 3, 4, 5, 6].map((seq) => posted(message(seq)));
    fc.assert(
      fc.property(
        fc.shuffledSubarray(events, { minLength: 6 }),
        fc.array(fc.constantFrom(...events), { maxLength: 6 }),
        (once, again) => {
          const [first, ...rest] = events;
          if (!first) return;
          // The thread begins with its first message; after that anything goes.
          expect(run(first, ...once, ...again)).toEqual(run(first, ...rest));
        },
      ),
    );
  });

  it('waits beyond a gap, and is shown once the gap is filled', () => {
    const gap = run(posted(message(1)), posted(message(4)), posted(message(3)));
    expect(seqs(gap)).toEqual([1]);
    expect(gap.threads['k1'] && missingAfter(gap.threads['k1'])).toBe(1);
    const filled = reduceThreads(gap, posted(message(2)));
    expect(seqs(filled)).toEqual([1, 2, 3, 4]);
    expect(filled.threads['k1'] && missingAfter(filled.threads['k1'])).toBeNull();
  });

  it('grows at its beginning too', () => {
    const later = run({
      type: 'arrived',
      items: [message(51), message(52)],
      conversation: conversation({ lastSeq: 52 }),
    });
    const items = [message(49), message(50)];
    const older = reduceThreads(later, {
      type: 'arrived',
      items,
      conversation: conversation({ lastSeq: 52 }),
    });
    expect(seqs(older)).toEqual([49, 50, 51, 52]);
  });

  it('of a conversation only counts when it is newer', () => {
    const state = run(
      { type: 'changed', conversation: conversation({ version: 5, state: 'assigned' }) },
      { type: 'changed', conversation: conversation({ version: 4, state: 'queued' }) },
      { type: 'changed', conversation: conversation({ version: 5, state: 'closed' }) },
    );
    expect(state.threads['k1']?.conversation).toMatchObject({ version: 5, state: 'assigned' });
  });

  it('keeps a message that comes with old news of its conversation', () => {
    const state = run(posted(message(1), 9), posted(message(2), 3));
    expect(seqs(state)).toEqual([1, 2]);
    expect(state.threads['k1']?.conversation.version).toBe(9);
  });

  it('changes nothing when it is known already, so that nothing renders', () => {
    const state = run(posted(message(1)));
    expect(reduceThreads(state, posted(message(1)))).toBe(state);
  });

  it('says that more is stored than is known', () => {
    const state = run(posted(message(1)), {
      type: 'changed',
      conversation: conversation({ version: 7, lastSeq: 3 }),
    });
    expect(state.threads['k1'] && missingAfter(state.threads['k1'])).toBe(1);
  });
});

describe('what the customer wrote', () => {
  const written = run(posted(message(1)), { type: 'written', pending: pending('a', { afterSeq: 1 }) });
  const acknowledged: ThreadAction = {
    type: 'acknowledged',
    key: 'a',
    message: own(2, 'a'),
    conversation: conversation({ version: 2, lastSeq: 2 }),
  };

  it('ends the same whether its echo or its acknowledgement comes first', () => {
    const ackFirst = [acknowledged, posted(own(2, 'a'))].reduce(reduceThreads, written);
    const echoFirst = [posted(own(2, 'a')), acknowledged].reduce(reduceThreads, written);
    expect(echoFirst).toEqual(ackFirst);
    expect(seqs(echoFirst)).toEqual([1, 2]);
    expect(echoFirst.pending).toEqual([]);
  });

  it('steps aside for its echo, one for one', () => {
    const twice = reduceThreads(written, {
      type: 'written',
      pending: pending('b', { text: 'a', afterSeq: 1 }),
    });
    const echoed = reduceThreads(twice, posted(own(2, 'a')));
    expect(echoed.pending.map(({ key, echoId }) => [key, echoId])).toEqual([
      ['a', 'm2'],
      ['b', null],
    ]);
    const repeated = reduceThreads(echoed, posted(own(2, 'a')));
    expect(repeated.pending[1]?.echoId).toBeNull();
  });

  it('is not taken for an earlier message of the same words', () => {
    const state = run(
      posted(own(1, 'hello')),
      { type: 'written', pending: pending('x', { text: 'hello', afterSeq: 1 }) },
      posted(own(1, 'hello')),
    );
    expect(state.pending[0]?.echoId).toBeNull();
  });

  it('keeps its reason when it failed, and goes when it is discarded', () => {
    const error = { code: 'conversation.message_too_long', params: { maximum: 8000 } } as const;
    const failed = reduceThreads(written, { type: 'marked', key: 'a', state: 'failed', error });
    expect(failed.pending[0]).toMatchObject({ state: 'failed', error });
    const again = reduceThreads(failed, { type: 'marked', key: 'a', state: 'waiting' });
    expect(again.pending[0]).toMatchObject({ state: 'waiting', error: null });
    expect(reduceThreads(failed, { type: 'discarded', key: 'a' }).pending).toEqual([]);
  });

  it('follows to where the first of them was stored', () => {
    const state = run(
      { type: 'written', pending: pending('first', { conversationId: null }) },
      { type: 'written', pending: pending('second', { conversationId: null }) },
      {
        type: 'acknowledged',
        key: 'first',
        message: own(1, 'first'),
        conversation: conversation({ version: 2, lastSeq: 1 }),
      },
    );
    expect(state.pending.map(({ key, conversationId }) => [key, conversationId])).toEqual([['second', 'k1']]);
  });
});

describe('unread', () => {
  const system = message(3, { kind: 'system', author: { type: 'system', id: null, name: null } });

  it('counts what agents wrote after the mark', () => {
    const items = [message(1), own(2, 'x'), system, message(4), message(5)];
    const state = run({ type: 'arrived', items, conversation: conversation({ lastSeq: 5, readSeq: 2 }) });
    expect(state.threads['k1'] && unreadOf(state.threads['k1'])).toBe(2);
  });

  const theirs = { text: 'We found it', mine: false };
  const [end, later] = ['2026-03-01T11:00:00.000Z', '2026-03-02T11:00:00.000Z'];
  const closed = { state: 'closed', closedAt: end, lastActivityAt: end } as const;
  it.each([
    ['an answer and lines of the system', { preview: theirs }, 1],
    ['lines of the system after what the customer wrote', { preview: { text: 'Thanks', mine: true } }, 0],
    ['lines of the system alone', { preview: null }, 0],
    ['the end of what is closed', { ...closed, preview: theirs, readSeq: 8 }, 0],
    ['an answer before the end', { ...closed, preview: theirs, readSeq: 7 }, 1],
    ['news after the end', { ...closed, preview: theirs, readSeq: 8, lastActivityAt: later }, 1],
    ['news with which what is closed began', { ...closed, preview: theirs, readSeq: 0, lastSeq: 1 }, 1],
    ['nothing', { preview: theirs, readSeq: 9 }, 0],
  ] as const)('where nothing was fetched and %s may be unread', (_, change, count) => {
    const state = run({
      type: 'listed',
      conversations: [conversation({ lastSeq: 9, readSeq: 6, ...change })],
    });
    expect(state.threads['k1'] && unreadOf(state.threads['k1'])).toBe(count);
  });
});
