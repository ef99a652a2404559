import type { Message } from '@fairlead/contract';
import { expect, it } from 'vitest';
import { sampleId, sampleMessage, sampleMoment } from '../../../live/samples.ts';
import type { Outgoing } from '../outbox/outgoing.ts';
import { threadEntries } from './thread-entries.ts';

const agent = { type: 'agent', id: sampleId(700), name: 'Lin' } as const;
const whole = (messages: readonly Message[]) => ({ messages, reachedStart: true });
const shape = (entries: ReturnType<typeof threadEntries>) =>
  entries.map((entry) =>
    entry.kind === 'message'
      ? `${entry.message.seq}${entry.first ? '<' : ''}${entry.last ? '>' : ''}`
      : entry.kind,
  );

it('groups what one author writes within minutes', () => {
  const messages = [
    sampleMessage(1),
    sampleMessage(2),
    sampleMessage(3, { author: agent }),
    sampleMessage(4, { author: agent, kind: 'note' }),
    sampleMessage(5, { author: agent, createdAt: sampleMoment(30) }),
  ];
  expect(shape(threadEntries(whole(messages), [], null))).toEqual(['day', '1<', '2>', '3<>', '4<>', '5<>']);
});

it('parts what everybody reads from what the customer alone reads', () => {
  const messages = [
    sampleMessage(1, { author: agent }),
    sampleMessage(2, { author: agent, publicOn: 'x' }),
    sampleMessage(3, { author: agent, publicOn: 'x' }),
  ];
  expect(shape(threadEntries(whole(messages), [], null))).toEqual(['day', '1<>', '2<', '3>']);
});

it('begins with what was said in public before, once nothing else can come before', () => {
  const from = {
    conversationId: sampleId(2),
    number: 7,
    channel: 'x',
    standing: 'proven',
    reachable: true,
    goesOnHere: true,
    length: null,
  } as const;
  const messages = [sampleMessage(1)];
  expect(shape(threadEntries(whole(messages), [], null, from))).toEqual(['public', 'day', '1<>']);
  expect(shape(threadEntries({ messages, reachedStart: false }, [], null, from))).toEqual(['1<>']);
});

it('parts groups by pauses, system lines and days', () => {
  const messages = [
    sampleMessage(1),
    sampleMessage(2, { createdAt: sampleMoment(10) }),
    sampleMessage(3, { kind: 'system', author: { type: 'system', id: null, name: null } }),
    sampleMessage(4, { createdAt: sampleMoment(11) }),
    sampleMessage(5, { createdAt: sampleMoment(60 * 40) }),
  ];
  expect(shape(threadEntries(whole(messages), [], null))).toEqual([
    'day',
    '1<>',
    '2<>',
    'system',
    '4<>',
    'day',
    '5<>',
  ]);
});

it('marks where the unread begins, and not before the first message that is loaded', () => {
  const messages = [sampleMessage(1), sampleMessage(2), sampleMessage(3)];
  expect(shape(threadEntries(whole(messages), [], 1))).toEqual(['day', '1<>', 'unread', '2<', '3>']);
  expect(shape(threadEntries(whole(messages), [], 0))).toEqual(['day', '1<', '2', '3>']);
  expect(shape(threadEntries(whole(messages), [], 3))).toEqual(['day', '1<', '2', '3>']);
});

it('ends with what is on its way', () => {
  const item = { key: 'k1' } as Outgoing;
  expect(threadEntries(whole([sampleMessage(1)]), [item], null).at(-1)).toEqual({
    kind: 'outgoing',
    key: 'k1',
    item,
  });
});

it('gives every entry a key of its own that older messages do not change', () => {
  const messages = Array.from({ length: 50 }, (_, index) => sampleMessage(index + 1));
  const all = threadEntries(whole(messages), [], 20).map((entry) => entry.key);
  expect(new Set(all).size).toBe(all.length);
  const tail = threadEntries({ messages: messages.slice(25), reachedStart: false }, [], 20).map(
    (entry) => entry.key,
  );
  expect(tail).toEqual(all.slice(-25));
});
