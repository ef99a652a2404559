import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compareActivity, place } from './list-state.ts';
import { sampleConversation, sampleId, sampleMoment } from './samples.ts';

const conversations = fc
  .uniqueArray(fc.record({ n: fc.integer({ min: 1, max: 60 }), minute: fc.integer({ min: 0, max: 20 }) }), {
    selector: ({ n }) => n,
    maxLength: 30,
  })
  .map((all) => all.map(({ n, minute }) => sampleConversation({ n, lastActivityAt: sampleMoment(minute) })));

it('orders by latest activity, and by id where two are of one moment', () => {
  const [a, b, c] = [
    sampleConversation({ n: 1, lastActivityAt: sampleMoment(5) }),
    sampleConversation({ n: 2, lastActivityAt: sampleMoment(5) }),
    sampleConversation({ n: 3, lastActivityAt: sampleMoment(4) }),
  ];
  expect([c, a, b].toSorted(compareActivity).map((item) => item.id)).toEqual([
    sampleId(2),
    sampleId(1),
    sampleId(3),
  ]);
});

it('ends, whatever comes in whatever order, with the list that sorting gives', () => {
  fc.assert(
    fc.property(conversations, (all) => {
      const placed = all.reduce<readonly ReturnType<typeof sampleConversation>[]>(
        (items, conversation) => place(items, conversation, { belongs: true, complete: true }),
        [],
      );
      expect(placed).toEqual(all.toSorted(compareActivity));
    }),
  );
});

it('never holds more of an unfinished list than was loaded', () => {
  fc.assert(
    fc.property(conversations, conversations, (loaded, news) => {
      const start = loaded.toSorted(compareActivity);
      const end = start.at(-1);
      fc.pre(end !== undefined);
      const placed = news.reduce<readonly ReturnType<typeof sampleConversation>[]>(
        (items, conversation) =>
          place(items, { ...conversation, version: 2 }, { belongs: true, complete: false }),
        start,
      );
      expect(placed).toEqual(placed.toSorted(compareActivity));
      const ids = placed.map((item) => item.id);
      expect(new Set(ids).size).toBe(ids.length);
    }),
  );
});

it('does not let old news move a conversation', () => {
  const held = sampleConversation({ version: 5, lastActivityAt: sampleMoment(9) });
  const items = [held];
  const old = { ...held, version: 4, lastActivityAt: sampleMoment(1) };
  expect(place(items, old, { belongs: false, complete: true })).toBe(items);
});
