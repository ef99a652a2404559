import type { SlaAlert, TicketClocks } from '@fairlead/contract';
import { describe, expect, it } from 'vitest';
import { createClockLoader } from './clock-loader.ts';
import { sampleClock, sampleId, sampleMoment } from './samples.ts';
import { withAlert } from './sla-queries.ts';

const clocksOf = (n: number): TicketClocks => ({
  ticketId: sampleId(n),
  conversationId: sampleId(n + 100),
  clocks: [sampleClock()],
});

describe('clocks that are asked for', () => {
  it('at once are fetched together, and each gets its own', async () => {
    const asked: object[] = [];
    const load = createClockLoader(async (query) => {
      asked.push(query);
      return { items: [clocksOf(1), clocksOf(2)] };
    });
    const found = await Promise.all([
      load('ticket', sampleId(1)),
      load('ticket', sampleId(3)),
      load('conversation', sampleId(102)),
    ]);
    expect(found).toEqual([[clocksOf(1)], [], [clocksOf(2)]]);
    expect(asked).toEqual([{ ticketIds: `${sampleId(1)},${sampleId(3)}`, conversationIds: sampleId(102) }]);
  });

  it('are asked for in parts when they are many, and all hear of a failure', async () => {
    let requests = 0;
    const load = createClockLoader(async () => {
      requests++;
      throw new Error('offline');
    });
    const all = Array.from({ length: 150 }, (_, n) => load('ticket', sampleId(n)));
    const settled = await Promise.allSettled(all);
    expect(settled.every(({ status }) => status === 'rejected')).toBe(true);
    expect(requests).toBe(2);
  });
});

describe('the list of alerts', () => {
  const alert = (n: number, more: Partial<SlaAlert> = {}): SlaAlert => ({
    id: sampleId(n),
    ticketId: sampleId(1),
    ticketNumber: 10_001,
    kind: 'resolution',
    share: 1,
    dueAt: null,
    onCall: false,
    createdAt: sampleMoment(n),
    acknowledgedAt: null,
    clearedAt: null,
    ...more,
  });
  const held = [alert(5), alert(3)];
  it.each<[string, SlaAlert, number[]]>([
    ['a new one comes first', alert(9), [9, 5, 3]],
    ['one that was overtaken stands in its place', alert(4), [5, 4, 3]],
    ['the oldest comes last', alert(1), [5, 3, 1]],
    ['one that comes twice stands once', alert(5), [5, 3]],
    ['one that was cleared leaves', alert(5, { clearedAt: sampleMoment(9) }), [3]],
    ['one that was acknowledged leaves', alert(5, { acknowledgedAt: sampleMoment(9) }), [3]],
  ])('%s', (_, news, expected) => {
    expect(withAlert(held, news).map(({ id }) => id)).toEqual(expected.map(sampleId));
  });
});
