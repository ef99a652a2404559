import { describe, expect, it } from 'vitest';
import { averageHandling, type HandlingTimes, learnHandling } from './handling-times.ts';

const handled = (conversationId: string, minutes: number, teamId = 'team') => ({
  teamId,
  conversationId,
  minutes,
});
const learnMany = (minutes: number, count: number) =>
  learnHandling(
    {},
    Array.from({ length: count }, (_, index) => handled(`c${index}`, minutes)),
  );

describe('handling times', () => {
  it('are assumed to be ten minutes where nothing is known', () => {
    expect(averageHandling({}, 'team')).toBe(10);
  });

  it('draw the average from the assumption towards what is seen', () => {
    expect(averageHandling(learnMany(4, 1), 'team')).toBe(9);
    expect(averageHandling(learnMany(4, 5), 'team')).toBe(7);
    expect(averageHandling(learnMany(4, 30), 'team')).toBeLessThan(5);
  });

  it('are each team’s own', () => {
    const known = learnHandling({}, [handled('a', 40, 'slow')]);
    expect(averageHandling(known, 'slow')).toBe(15);
    expect(averageHandling(known, 'other')).toBe(10);
  });

  it('forget all but the last thirty', () => {
    const later = Array.from({ length: 30 }, (_, index) => handled(`later${index}`, 2));
    const known = learnHandling(learnMany(60, 30), later);
    expect(known.team?.map((it) => it.minutes)).toEqual(Array.from({ length: 30 }, () => 2));
  });

  it('count a conversation once, also when its event comes again', () => {
    const once: HandlingTimes = learnHandling({}, [handled('a', 4), handled('b', 6)]);
    expect(averageHandling(learnHandling(once, [handled('a', 4)]), 'team')).toBe(
      averageHandling(once, 'team'),
    );
  });

  it('let one forgotten conversation not count for more than two hours', () => {
    expect(learnHandling({}, [handled('a', 3000)]).team).toEqual([{ conversationId: 'a', minutes: 120 }]);
  });
});
