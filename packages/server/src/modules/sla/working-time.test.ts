import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aroundTheClock, type Calendar, type Day } from './calendar.ts';
import { afterWorkingTime, workingTime } from './working-time.ts';

const hour = 3_600_000;
const hours = (from: number, to: number) => ({ from: from * 60, to: to * 60 });
const office: Day = [hours(9, 12), hours(13, 18)];
const closed: Day = [];
const weekdays: Calendar['week'] = [office, office, office, office, office, closed, closed];
const allDays = (day: Day): Calendar['week'] => [day, day, day, day, day, day, day];
const calendar = (timeZone: string, week = weekdays, exceptions: Record<string, Day> = {}): Calendar => ({
  timeZone,
  week,
  exceptions: new Map(Object.entries(exceptions)),
});
const at = (text: string) => new Date(text);

describe('time that counts between two moments', () => {
  const shanghai = calendar('Asia/Shanghai');
  it.each<[string, Calendar, string, string, number]>([
    ['within one interval', shanghai, '2026-03-02T10:00+08:00', '2026-03-02T11:30+08:00', 1.5],
    ['over the lunch break', shanghai, '2026-03-02T11:00+08:00', '2026-03-02T14:00+08:00', 2],
    ['wholly outside', shanghai, '2026-03-02T19:00+08:00', '2026-03-03T08:00+08:00', 0],
    ['over a weekend', shanghai, '2026-03-06T17:00+08:00', '2026-03-09T10:00+08:00', 2],
    ['backwards is nothing', shanghai, '2026-03-06T17:00+08:00', '2026-03-06T10:00+08:00', 0],
    [
      'without the holiday and with the short eve',
      calendar('Asia/Shanghai', weekdays, { '2026-02-16': [hours(9, 12)], '2026-02-17': [] }),
      '2026-02-16T00:00+08:00',
      '2026-02-19T00:00+08:00',
      3 + 8,
    ],
    ['on a leap day', calendar('Asia/Shanghai'), '2028-02-29T00:00+08:00', '2028-03-01T00:00+08:00', 8],
    [
      'the clock goes forward in the open night: an hour less',
      calendar('Europe/Berlin', allDays([hours(0, 6)])),
      '2026-03-29T00:00+01:00',
      '2026-03-29T12:00+02:00',
      5,
    ],
    [
      'the clock goes back in the open night: an hour more',
      calendar('Europe/Berlin', allDays([hours(0, 6)])),
      '2026-10-25T00:00+02:00',
      '2026-10-25T12:00+01:00',
      7,
    ],
    [
      'an interval that lies in the hour left out has no length',
      calendar('Europe/Berlin', allDays([{ from: 130, to: 170 }])),
      '2026-03-29T00:00+01:00',
      '2026-03-30T00:00+02:00',
      0,
    ],
    [
      'an interval that ends in the hour that comes twice ends with its first coming',
      calendar('Europe/Berlin', allDays([{ from: 60, to: 150 }])),
      '2026-10-25T00:00+02:00',
      '2026-10-26T00:00+01:00',
      1.5,
    ],
    [
      'a day that a country skipped (Samoa, 30 December 2011) counts nothing',
      calendar('Pacific/Apia', allDays([hours(0, 24)])),
      '2011-12-30T09:00Z',
      '2011-12-30T11:00Z',
      2,
    ],
    [
      'half-hour zones, and a shift of half an hour (Lord Howe)',
      calendar('Australia/Lord_Howe', allDays([hours(0, 4)])),
      '2026-04-04T13:00Z',
      '2026-04-04T18:00Z',
      4.5,
    ],
  ])('%s', (_, which, from, to, expected) => {
    expect(workingTime(which, at(from), at(to)) / hour).toBeCloseTo(expected, 9);
  });
});

describe('the moment after time that counts', () => {
  const shanghai = calendar('Asia/Shanghai');
  it.each<[string, Calendar, string, number, string | null]>([
    ['within the day', shanghai, '2026-03-02T09:00+08:00', 2, '2026-03-02T11:00+08:00'],
    ['at the end of an interval', shanghai, '2026-03-02T09:00+08:00', 3, '2026-03-02T12:00+08:00'],
    ['begun at night', shanghai, '2026-03-02T22:00+08:00', 1, '2026-03-03T10:00+08:00'],
    ['over the weekend', shanghai, '2026-03-06T17:30+08:00', 1, '2026-03-09T09:30+08:00'],
    ['24 hours of 8 a day', shanghai, '2026-03-02T09:00+08:00', 24, '2026-03-04T18:00+08:00'],
    ['nothing is now, also when closed', shanghai, '2026-03-07T03:00+08:00', 0, '2026-03-07T03:00+08:00'],
    ['around the clock', aroundTheClock, '2026-03-06T17:30+08:00', 72, '2026-03-09T17:30+08:00'],
    ['never open', calendar('UTC', allDays(closed)), '2026-03-06T17:30+08:00', 1, null],
  ])('%s', (_, which, from, amount, expected) => {
    expect(afterWorkingTime(which, at(from), amount * hour)).toEqual(expected && at(expected));
  });
});

const zones = [
  'UTC',
  'Asia/Shanghai',
  'Europe/Berlin',
  'America/New_York',
  'America/Sao_Paulo',
  'America/Havana',
  'America/St_Johns',
  'Australia/Lord_Howe',
  'Africa/Casablanca',
  'Pacific/Apia',
  'Asia/Kathmandu',
] as const;
const span = { min: Date.UTC(2005, 0, 1), max: Date.UTC(2030, 0, 1) };
const moment = fc.integer(span).map((time) => new Date(time));
const amount = fc.integer({ min: 1, max: 200 * hour });
const day: fc.Arbitrary<Day> = fc
  .uniqueArray(fc.integer({ min: 0, max: 96 }), { maxLength: 6 })
  .map((marks) => marks.toSorted((a, b) => a - b))
  .map((marks) =>
    Array.from({ length: Math.floor(marks.length / 2) }, (_, index) => ({
      from: (marks[index * 2] ?? 0) * 15,
      to: (marks[index * 2 + 1] ?? 0) * 15,
    })),
  );
const anyCalendar: fc.Arbitrary<Calendar> = fc.record({
  timeZone: fc.constantFrom(...zones),
  week: fc.tuple(day, day, day, day, day, day, day),
  exceptions: fc.constant(new Map()),
});
/** Moments close together, and often close to where clocks change. */
const moments = fc
  .tuple(moment, fc.array(fc.integer({ min: 0, max: 40 * 24 * hour }), { minLength: 2, maxLength: 2 }))
  .map(([first, steps]) => {
    const [a = 0, b = 0] = steps.toSorted((one, two) => one - two);
    return [first, new Date(first.getTime() + a), new Date(first.getTime() + b)] as const;
  });

describe('whatever the calendar, the zone and the moments', () => {
  const often = { numRuns: 250 };

  it('adds up over neighbouring stretches, and never exceeds the clock', () => {
    fc.assert(
      fc.property(anyCalendar, moments, (which, [a, b, c]) => {
        const [ab, bc, ac] = [workingTime(which, a, b), workingTime(which, b, c), workingTime(which, a, c)];
        expect(ab + bc).toBe(ac);
        expect(ac).toBeLessThanOrEqual(c.getTime() - a.getTime());
        expect(ac).toBeGreaterThanOrEqual(Math.max(ab, bc));
      }),
      often,
    );
  });

  it('comes back: the time until the moment after so much is so much, and not a millisecond earlier', () => {
    fc.assert(
      fc.property(anyCalendar, moment, amount, (which, from, much) => {
        const due = afterWorkingTime(which, from, much);
        if (!due) {
          const inTenYears = new Date(from.getTime() + 3650 * 24 * hour);
          expect(workingTime(which, from, inTenYears)).toBeLessThan(much);
          return;
        }
        expect(workingTime(which, from, due)).toBe(much);
        expect(workingTime(which, from, new Date(due.getTime() - 1))).toBe(much - 1);
      }),
      often,
    );
  });

  it('there is no moment after more than the calendar is open in ten years', () => {
    const quarterOfAnHourAWeek: Calendar = {
      timeZone: 'UTC',
      week: [[], [], [], [{ from: 30, to: 45 }], [], [], []],
      exceptions: new Map(),
    };
    const from = new Date('2005-01-01T00:00:00.000Z');
    expect(afterWorkingTime(quarterOfAnHourAWeek, from, 520 * 0.25 * hour)).not.toBeNull();
    expect(afterWorkingTime(quarterOfAnHourAWeek, from, 523 * 0.25 * hour)).toBeNull();
  });

  it('later never gives an earlier moment, and more never less', () => {
    fc.assert(
      fc.property(anyCalendar, moments, amount, amount, (which, [a, b], one, more) => {
        const due = (from: Date, much: number) =>
          afterWorkingTime(which, from, much)?.getTime() ?? Number.POSITIVE_INFINITY;
        expect(due(a, one)).toBeLessThanOrEqual(due(b, one));
        expect(due(a, one)).toBeLessThanOrEqual(due(a, one + more));
      }),
      often,
    );
  });

  it('open around the clock is the clock, in every zone', () => {
    fc.assert(
      fc.property(fc.constantFrom(...zones), moments, (timeZone, [a, b]) => {
        const open = calendar(timeZone, allDays([hours(0, 24)]));
        expect(workingTime(open, a, b)).toBe(b.getTime() - a.getTime());
      }),
      often,
    );
  });
});
