import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aroundTheClock, type Calendar } from './calendar.ts';
import { type Clock, elapsedAt, momentOf, pauseClock, resumeClock, startClock } from './clock-rules.ts';

const hour = 3_600_000;
const at = (text: string) => new Date(`2026-03-${text}+08:00`);
const day = [
  { from: 9 * 60, to: 12 * 60 },
  { from: 13 * 60, to: 18 * 60 },
];
const office: Calendar = {
  timeZone: 'Asia/Shanghai',
  week: [day, day, day, day, day, [], []],
  exceptions: new Map(),
};

describe('a clock', () => {
  it('is due when its time has passed, with a warning before and an escalation after', () => {
    const clock = startClock(8 * hour, at('02T10:00'));
    expect(momentOf(office, clock, 0.75)).toEqual(at('02T17:00'));
    expect(momentOf(office, clock, 1)).toEqual(at('03T10:00'));
    expect(momentOf(office, clock, 1.5)).toEqual(at('03T15:00'));
  });

  it('stands still while it is paused, and is due later by as much', () => {
    const started = startClock(8 * hour, at('02T10:00'));
    const paused = pauseClock(office, started, at('02T11:00'));
    expect(momentOf(office, paused, 1)).toBeNull();
    expect(elapsedAt(office, paused, at('20T11:00'))).toBe(hour);
    const resumed = resumeClock(paused, at('04T16:00'));
    expect(momentOf(office, resumed, 1)).toEqual(at('05T15:00'));
  });

  it('pausing twice and resuming twice change nothing', () => {
    const started = startClock(hour, at('02T10:00'));
    const paused = pauseClock(office, started, at('02T10:30'));
    expect(pauseClock(office, paused, at('02T11:00'))).toBe(paused);
    const resumed = resumeClock(paused, at('02T11:00'));
    expect(resumeClock(resumed, at('02T11:30'))).toBe(resumed);
  });

  it('that went on when it was overdue has been due since then', () => {
    const late: Clock = { target: hour, elapsed: 2 * hour, runningSince: at('02T10:00') };
    expect(momentOf(office, late, 1)).toEqual(at('02T10:00'));
  });

  it.each<[string, Calendar]>([
    ['in the office', office],
    ['around the clock', aroundTheClock],
  ])(
    'whatever the pauses %s: running and standing make up the time, and it is due exactly then',
    (_, calendar) => {
      const start = at('02T10:00').getTime();
      const turns = fc.array(fc.integer({ min: 0, max: 60 * hour }), { maxLength: 12 });
      fc.assert(
        fc.property(turns, fc.integer({ min: 1, max: 100 * hour }), (lengths, target) => {
          let clock = startClock(target, new Date(start));
          let now = start;
          for (const [index, length] of lengths.entries()) {
            const before = elapsedAt(calendar, clock, new Date(now));
            now += length;
            const after = elapsedAt(calendar, clock, new Date(now));
            expect(after).toBeGreaterThanOrEqual(before);
            expect(after - before).toBeLessThanOrEqual(length);
            clock =
              index % 2 === 0
                ? pauseClock(calendar, clock, new Date(now))
                : resumeClock(clock, new Date(now));
            expect(elapsedAt(calendar, clock, new Date(now))).toBe(after);
          }
          const running = resumeClock(clock, new Date(now));
          const due = momentOf(calendar, running, 1);
          const left = target - elapsedAt(calendar, running, new Date(now));
          if (left > 0) expect(due && elapsedAt(calendar, running, due)).toBe(target);
          else expect(due && due.getTime() <= now).toBe(true);
        }),
        { numRuns: 200 },
      );
    },
  );
});
