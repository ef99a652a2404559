import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nextBrief, quietUntil } from './quiet-rules.ts';

const night = { from: 22 * 60, until: 7 * 60 };
const at = (text: string) => new Date(text);

test.each([
  // In Berlin, an hour ahead.
  ['2026-11-26T20:59:00Z', null],
  ['2026-11-26T21:00:00Z', '2026-11-27T06:00:00.000Z'],
  ['2026-11-27T05:59:59Z', '2026-11-27T06:00:00.000Z'],
  ['2026-11-27T06:00:00Z', null],
  // The clocks go back: the night is an hour longer.
  ['2026-10-24T20:00:00Z', '2026-10-25T06:00:00.000Z'],
  // They go forward: it is an hour shorter.
  ['2026-03-28T21:00:00Z', '2026-03-29T05:00:00.000Z'],
])('at %s the quiet hours of a night in Berlin end at %s', (now, until) => {
  expect(quietUntil({ quiet: night, timeZone: 'Europe/Berlin' }, at(now))?.toISOString() ?? null).toBe(until);
});

test('no quiet hours, and such that are none, hold nothing', () => {
  for (const quiet of [null, { from: 60, until: 60 }])
    expect(quietUntil({ quiet, timeZone: 'UTC' }, at('2026-11-26T01:00:00Z'))).toBeNull();
});

test('by day they lie within a day', () => {
  const quiet = { from: 9 * 60, until: 17 * 60 };
  const until = (now: string) =>
    quietUntil({ quiet, timeZone: 'Asia/Tokyo' }, at(now))?.toISOString() ?? null;
  expect(until('2026-11-26T01:00:00Z')).toBe('2026-11-26T08:00:00.000Z');
  expect(until('2026-11-26T12:00:00Z')).toBeNull();
});

const zones = fc.constantFrom(
  'Europe/Berlin',
  'America/Sao_Paulo',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'UTC',
);
const moments = fc.date({
  min: at('2024-01-01T00:00:00Z'),
  max: at('2030-01-01T00:00:00Z'),
  noInvalidDate: true,
});
const minutes = fc.integer({ min: 0, max: 1439 });

test('what is held is held for a day at most, and not held again when it is due', () => {
  fc.assert(
    fc.property(zones, moments, minutes, minutes, (timeZone, now, from, until) => {
      const wishes = { quiet: { from, until }, timeZone };
      const due = quietUntil(wishes, now);
      if (!due) return;
      expect(due.getTime()).toBeGreaterThan(now.getTime());
      expect(due.getTime() - now.getTime()).toBeLessThanOrEqual(25 * 3_600_000);
      expect(quietUntil(wishes, due)).toBeNull();
    }),
  );
});

test('a brief is due once a day, whatever the clocks do', () => {
  fc.assert(
    fc.property(zones, moments, fc.integer({ min: 0, max: 23 }), (timeZone, now, hour) => {
      const first = nextBrief(hour, timeZone, now);
      const second = nextBrief(hour, timeZone, first);
      expect(first.getTime()).toBeGreaterThan(now.getTime());
      expect(first.getTime() - now.getTime()).toBeLessThanOrEqual(25 * 3_600_000);
      const apart = (second.getTime() - first.getTime()) / 3_600_000;
      expect(apart).toBeGreaterThanOrEqual(22.9);
      expect(apart).toBeLessThanOrEqual(25.1);
    }),
  );
});
