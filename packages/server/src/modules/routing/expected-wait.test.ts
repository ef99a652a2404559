import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectedWait } from './expected-wait.ts';

describe('the expected wait', () => {
  it.each([
    ['nobody suitable online', { ahead: 0, slots: 0, free: 0, pause: 0 }, 10, null],
    ['the first of one full agent with one place', { ahead: 0, slots: 1, free: 0, pause: 0 }, 10, 10],
    ['more places come free sooner', { ahead: 0, slots: 4, free: 0, pause: 0 }, 10, 3],
    ['each one ahead adds a turn', { ahead: 3, slots: 4, free: 0, pause: 0 }, 10, 10],
    ['above ten minutes in fives', { ahead: 4, slots: 4, free: 0, pause: 0 }, 10, 15],
    ['never nothing', { ahead: 0, slots: 50, free: 0, pause: 0 }, 1, 1],
    ['never more than two hours', { ahead: 500, slots: 1, free: 0, pause: 0 }, 10, 120],
    ['free places only need the pause to end', { ahead: 0, slots: 4, free: 4, pause: 90_000 }, 10, 2],
    ['free places serve those ahead', { ahead: 4, slots: 4, free: 4, pause: 60_000 }, 10, 4],
    ['an agent holding too many frees nothing more', { ahead: 0, slots: 2, free: -3, pause: 0 }, 10, 5],
  ])('%s', (_, place, handling, minutes) => {
    expect(expectedWait(place, handling)).toBe(minutes);
  });

  const place = fc.record({
    ahead: fc.nat(10_000),
    slots: fc.nat(500),
    free: fc.nat(100),
    pause: fc.nat(180_000),
  });
  const handling = fc.double({ min: 0, max: 120, noNaN: true });

  it('is a whole number from 1 to 120, or null exactly when nobody could answer', () => {
    fc.assert(
      fc.property(place, handling, (it, minutes) => {
        const told = expectedWait(it, minutes);
        expect(told === null).toBe(it.slots === 0);
        if (told === null) return;
        expect(Number.isInteger(told)).toBe(true);
        expect(told).toBeGreaterThanOrEqual(1);
        expect(told).toBeLessThanOrEqual(120);
      }),
    );
  });

  it('does not shrink when more wait ahead, nor grow with more places', () => {
    fc.assert(
      fc.property(place, handling, fc.nat(100), (it, minutes, more) => {
        const told = expectedWait({ ...it, slots: it.slots + 1 }, minutes) ?? 0;
        const longer = expectedWait({ ...it, slots: it.slots + 1, ahead: it.ahead + more }, minutes) ?? 0;
        const shorter = expectedWait({ ...it, slots: it.slots + 1 + more }, minutes) ?? 0;
        expect(longer).toBeGreaterThanOrEqual(told);
        expect(shorter).toBeLessThanOrEqual(told);
      }),
    );
  });
});
