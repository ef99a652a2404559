import { describe, expect, test } from 'vitest';
import { isTimeZone, isWithin, type WorkingWeek } from './working-week.ts';

const day = [
  { from: 540, to: 720 },
  { from: 780, to: 1080 },
];
const singapore: WorkingWeek = { timeZone: 'Asia/Singapore', week: [day, day, day, day, day, [], []] };
const night: WorkingWeek = {
  timeZone: 'Europe/London',
  week: [[], [], [], [], [], [{ from: 1320, to: 1440 }], [{ from: 0, to: 360 }]],
};

describe('a working week', () => {
  test.each([
    [singapore, '2026-11-26T01:00:00Z', true, 'Thursday at nine there'],
    [singapore, '2026-11-26T00:59:59Z', false, 'a second before'],
    [singapore, '2026-11-26T04:00:00Z', false, 'the break begins'],
    [singapore, '2026-11-26T05:00:00Z', true, 'and ends'],
    [singapore, '2026-11-26T10:00:00Z', false, 'six in the evening'],
    [singapore, '2026-11-28T02:00:00Z', false, 'Saturday'],
    [singapore, '2026-11-29T23:30:00Z', false, 'Monday there, too early'],
    [singapore, '2026-11-30T01:30:00Z', true, 'Monday there'],
    [night, '2026-10-24T21:30:00Z', true, 'half past ten in summer time'],
    [night, '2026-10-24T23:00:00Z', true, 'midnight'],
    [night, '2026-10-25T01:30:00Z', true, 'the hour that comes twice, the second time'],
    [night, '2026-10-25T05:59:00Z', true, 'before six in winter time'],
    [night, '2026-10-25T06:00:00Z', false, 'six'],
  ])('%#: %s at %s is %s (%s)', (week, at, within) => {
    expect(isWithin(week, new Date(at))).toBe(within);
  });

  test('zones are those that the runtime knows', () => {
    expect(['Asia/Ho_Chi_Minh', 'UTC', 'Mars/Base', ''].map(isTimeZone)).toEqual([true, true, false, false]);
  });
});
