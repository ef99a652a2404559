import { policyBody, type TicketStatus } from '@fairlead/contract';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Event } from '../../platform/events/event.ts';
import type { TicketStanding } from '../tickets/index.ts';
import { aroundTheClock } from './calendar.ts';
import { elapsedAt } from './clock-rules.ts';
import { decideDue } from './due-rules.ts';
import { happeningsOf } from './happenings.ts';
import { type Measured, measureClocks, type Promises } from './measure-clocks.ts';
import type { Promised } from './promise.ts';

const minute = 60_000;
const start = Date.UTC(2026, 2, 2, 9);
const at = (minutes: number) => new Date(start + minutes * minute);
const uuid = (n: number) => `019c0000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const { targets, steps } = policyBody.parse({
  name: 'Usual',
  targets: {
    first_response: { minutes: 30 },
    next_response: { minutes: 20 },
    update: { minutes: 100 },
    resolution: { minutes: 240, pauses: ['pending'] },
  },
  steps: [{ share: 1, raisePriority: true, onCall: [{ agentId: uuid(900), afterMinutes: 5 }] }],
});
const usual: Promised = {
  policyId: uuid(1),
  policyName: 'Usual',
  targets,
  steps,
  calendarId: null,
  warnShare: 0.75,
  why: null,
};
const short: Promised = {
  ...usual,
  policyName: 'Short',
  targets: { resolution: { minutes: 60, pauses: [] } },
};
const promises: Promises = {
  promisedBy: (eventId) => (Number(eventId.slice(-12)) % 10 === 7 ? short : usual),
  calendarOf: () => aroundTheClock,
};

const standing = (status: TicketStatus): TicketStanding => ({
  status,
  priority: 'normal',
  category: 'other',
  teamId: null,
  assigneeId: null,
});
const fact = (
  n: number,
  type: string,
  minutes: number,
  payload: object,
  cause: string | null = null,
): Event => ({
  id: uuid(n),
  type,
  occurredAt: at(minutes),
  subjectId: uuid(0),
  actor: { type: 'system', id: null },
  cause,
  payload,
});
const opened = fact(1, 'ticket.opened', 0, {
  ...standing('new'),
  number: 10_001,
  conversationId: uuid(2),
  customerId: null,
  parentId: null,
  followsId: null,
  source: 'agent',
  channel: 'chat',
  language: 'en',
  isTracker: false,
});
const wrote = (n: number, minutes: number, author: 'customer' | 'agent') =>
  fact(n, 'message.posted', minutes, { messageId: uuid(n), seq: n, kind: 'text', author, outbound: false });
const moved = (n: number, minutes: number, to: TicketStatus, cause: string | null = null) =>
  fact(
    n,
    'ticket.changed',
    minutes,
    { before: standing('open'), after: standing(to), parts: ['status'] },
    cause,
  );
const sorted = (n: number, minutes: number) =>
  fact(n, 'ticket.changed', minutes, {
    before: standing('open'),
    after: standing('open'),
    parts: ['category'],
  });

const measure = (events: readonly Event[], now: number) =>
  measureClocks(happeningsOf(events), promises, at(now));
const line = ({ kind, round, state, crossed, metAt, ahead }: Measured) => {
  const minutes = (moment: Date | null | undefined) => (moment ? (moment.getTime() - start) / minute : null);
  return [kind, round, state, minutes(crossed.get(1) ?? ahead.get(1)), minutes(metAt)];
};

describe('the clocks of a ticket', () => {
  it.each<[string, Event[], number, unknown[][]]>([
    [
      'nothing happened',
      [],
      10,
      [
        ['first_response', 1, 'running', 30, null],
        ['resolution', 1, 'running', 240, null],
      ],
    ],
    [
      'late, answered, asked again',
      [wrote(2, 40, 'agent'), wrote(3, 50, 'customer'), wrote(4, 55, 'customer')],
      60,
      [
        ['first_response', 1, 'met', 30, 40],
        ['resolution', 1, 'running', 240, null],
        ['update', 1, 'running', 140, null],
        ['next_response', 1, 'running', 70, null],
      ],
    ],
    [
      'pending; the server comes late to the customer’s answer',
      [
        wrote(2, 10, 'agent'),
        moved(3, 20, 'pending'),
        wrote(4, 80, 'customer'),
        moved(5, 300, 'open', 'customer_wrote'),
      ],
      310,
      [
        ['first_response', 1, 'met', null, 10],
        ['resolution', 1, 'breached', 300, null],
        ['update', 1, 'breached', 110, null],
        ['next_response', 1, 'breached', 100, null],
      ],
    ],
    [
      'solved, and opened again by the customer',
      [
        wrote(2, 10, 'agent'),
        moved(3, 20, 'solved'),
        wrote(4, 500, 'customer'),
        moved(5, 500, 'open', 'customer_wrote'),
      ],
      510,
      [
        ['first_response', 1, 'met', null, 10],
        ['resolution', 1, 'running', 720, null],
        ['update', 1, 'stopped', null, null],
        ['next_response', 1, 'running', 520, null],
      ],
    ],
    [
      'closed without an answer, and that taken back',
      [moved(3, 10, 'closed'), moved(4, 20, 'open')],
      21,
      [
        ['first_response', 1, 'running', 40, null],
        ['resolution', 1, 'running', 250, null],
      ],
    ],
    [
      'another policy holds: what has passed stays',
      [sorted(7, 50)],
      55,
      [
        // What was promised no more is not measured any more.
        ['resolution', 1, 'running', 60, null],
      ],
    ],
  ])('%s', (_, events, now, lines) => {
    expect(measure([opened, ...events], now).map(line)).toEqual(lines);
  });

  it('a tracker has none, and a ticket without a thread promises no answers', () => {
    const payload = opened.payload as object;
    expect(measure([{ ...opened, payload: { ...payload, isTracker: true } }], 10)).toEqual([]);
    const alone = measure([{ ...opened, payload: { ...payload, conversationId: null } }], 10);
    expect(alone.map((it) => it.kind)).toEqual(['resolution']);
  });

  const happening = fc
    .record({
      minutes: fc.integer({ min: 1, max: 600 }),
      what: fc.constantFrom('customer', 'agent', 'pending', 'open', 'solved', 'closed', 'sorted'),
    })
    .map(({ minutes, what }) => ({ minutes, what }));
  const story = fc.uniqueArray(happening, { maxLength: 12, selector: (it) => it.minutes }).map((all) => [
    opened,
    ...all.map(({ minutes, what }, index) => {
      if (what === 'customer' || what === 'agent') return wrote(index * 10 + 12, minutes, what);
      if (what === 'sorted') return sorted(index * 10 + 17, minutes);
      return moved(index * 10 + 13, minutes, what);
    }),
  ]);

  it('are the same in whatever order, and however often, the events come', () => {
    const shuffled = story.chain((events) =>
      fc.tuple(
        fc.constant(events),
        fc.shuffledSubarray([...events, ...events], { minLength: events.length * 2 }),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([events, repeated]) => {
        expect(measure(repeated, 700)).toEqual(measure(events, 700));
      }),
    );
  });

  it('stood still for as long as they say, and ran for the rest', () => {
    fc.assert(
      fc.property(story, (events) => {
        for (const { clock, startedAt, pauses, state, metAt } of measure(events, 700)) {
          if (state === 'stopped') continue;
          const end = metAt ?? at(700);
          const still = pauses.map(({ from, to }) => (to ?? end).getTime() - from.getTime());
          expect(Math.min(1, ...still)).toBeGreaterThan(0);
          const whole = end.getTime() - startedAt.getTime();
          const paused = still.reduce((sum, it) => sum + it, 0);
          expect(elapsedAt(aroundTheClock, clock, end)).toBe(whole - paused);
        }
      }),
    );
  });

  it('say in which status they stood still', () => {
    const events = [
      opened,
      moved(2, 10, 'pending'),
      moved(3, 30, 'open'),
      moved(4, 40, 'solved'),
      moved(5, 90, 'open'),
    ];
    const [clock] = measure(events, 100).filter((it) => it.kind === 'resolution');
    expect(clock?.pauses).toEqual([
      { from: at(10), to: at(30), status: 'pending' },
      { from: at(40), to: at(90), status: 'solved' },
    ]);
  });

  it('tell each thing once, whenever somebody looks, as if they had looked only at the end', () => {
    fc.assert(
      fc.property(
        story,
        fc.uniqueArray(fc.integer({ min: 1, max: 700 }), { maxLength: 10 }),
        (events, looks) => {
          const told = new Map<string, string[]>();
          const facts: string[] = [];
          for (const now of [...looks.sort((a, b) => a - b), 701]) {
            const known = events.filter((it) => it.occurredAt <= at(now));
            for (const clock of measure(known, now)) {
              const key = `${clock.kind} ${clock.round}`;
              const due = decideDue(clock, told.get(key) ?? [], [], new Set(), at(now));
              told.set(key, [...due.done]);
              facts.push(
                ...due.facts
                  .filter(({ fact }) => fact !== 'met')
                  .map(({ fact, at }) => `${key} ${fact} ${at.toISOString()}`),
              );
            }
          }
          expect(new Set(facts).size).toBe(facts.length);
          const end = measure(events, 701).flatMap((clock) =>
            decideDue(clock, [], [], new Set(), at(701))
              .facts.filter(({ fact }) => fact !== 'met')
              .map(({ fact, at }) => `${clock.kind} ${clock.round} ${fact} ${at.toISOString()}`),
          );
          for (const fact of end) expect(facts).toContain(fact);
        },
      ),
    );
  });
});
