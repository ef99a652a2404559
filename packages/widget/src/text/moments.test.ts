import { describe, expect, it } from 'vitest';
import { dayName, sameDay } from './moments.ts';

const now = new Date(2026, 2, 2, 0, 5);
const local = (day: number, hour: number) => new Date(2026, 2, day, hour).toISOString();

describe('days', () => {
  it('are those of the calendar, not of 24 hours', () => {
    expect(dayName('en', local(2, 0), now)).toBe('Today');
    expect(dayName('en', local(1, 23), now)).toBe('Yesterday');
    expect(dayName('de', local(1, 1), now)).toBe('Gestern');
    expect(dayName('zh-CN', local(1, 1), now)).toBe('昨天');
    expect(sameDay(local(1, 23), local(2, 0))).toBe(false);
  });

  it('before that are dates, with a year when it was another', () => {
    expect(dayName('en', new Date(2026, 1, 3).toISOString(), now)).toBe('Tue, February 3');
    expect(dayName('en', new Date(2025, 1, 3).toISOString(), now)).toContain('2025');
  });
});
