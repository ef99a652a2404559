import { describe, expect, it } from 'vitest';
import { createFormat } from './format.ts';

const now = Date.UTC(2026, 10, 3, 12);
const ago = (seconds: number) => new Date(now - seconds * 1000);

describe('createFormat', () => {
  it.each([
    [20, 'now'],
    [300, '5 minutes ago'],
    [7300, '2 hours ago'],
    [86_400, 'yesterday'],
    [-300, 'in 5 minutes'],
  ])('%i seconds ago: %s', (seconds, text) => {
    expect(createFormat('en').relativeTime(ago(seconds), now)).toBe(text);
  });

  it('keeps every digit of a number that is written out', () => {
    expect(createFormat('en').decimal('1234567.00000001')).toBe('1,234,567.00000001');
    expect(createFormat('zh-CN').decimal('123456789012345678.9')).toBe('123,456,789,012,345,678.9');
  });

  it('names Chinese by its script, not by a country', () => {
    expect(createFormat('zh-CN').language('zh-CN')).toBe('简体中文');
    expect(createFormat('en').language('zh-TW')).toBe('Traditional Chinese');
  });

  it('gives the date beyond a week', () => {
    expect(createFormat('zh-CN').relativeTime(ago(30 * 86_400), now)).toBe('2026年10月4日');
  });

  it('reads clocks to the second only where seconds matter', () => {
    const format = createFormat('en');
    expect([9, 303, 7300].map((seconds) => format.clock(seconds))).toEqual(['9s', '5m 3s', '2h 1m']);
  });

  it.each([
    [40, '40s'],
    [720, '12m'],
    [14_700, '4h 5m'],
    [14_400, '4h'],
    [273_900, '3d 4h'],
    [86_460, '1d'],
    [-5, '0s'],
  ])('%i seconds last %s', (seconds, text) => {
    expect(createFormat('en').duration(seconds)).toBe(text);
  });

  it('says a share in percent', () => expect(createFormat('en').share(0.417)).toBe('42%'));

  it('names days of the week from Monday on, and days of no time zone', () => {
    const format = createFormat('en');
    expect([format.weekday(0), format.weekday(6)]).toEqual(['Monday', 'Sunday']);
    expect(format.date('2026-02-17')).toBe('Feb 17, 2026');
  });

  it('tells the time of another place', () => {
    expect(createFormat('en').time(new Date(now), 'Asia/Shanghai')).toBe('20:00');
  });
});
