import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Failure } from '../../platform/fail.ts';
import { readHolidays } from './read-holidays.ts';

const file = (...events: string[]) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//test//EN', ...events, 'END:VCALENDAR'].join('\r\n');
const event = (...lines: string[]) => ['BEGIN:VEVENT', 'UID:1', ...lines, 'END:VEVENT'].join('\r\n');
const datesOf = (text: string, from = 2026, count = 1) =>
  readHolidays(text, { from, count }).holidays.map((it) => it.date);

describe('holidays of an iCal file', () => {
  it.each<[string, string, string[]]>([
    ['a day', event('DTSTART;VALUE=DATE:20260501', 'SUMMARY:Labour Day'), ['2026-05-01']],
    [
      'several days, the end not included, over a month’s end',
      event('DTSTART;VALUE=DATE:20260130', 'DTEND;VALUE=DATE:20260202'),
      ['2026-01-30', '2026-01-31', '2026-02-01'],
    ],
    ['a length', event('DTSTART;VALUE=DATE:20260501', 'DURATION:P2D'), ['2026-05-01', '2026-05-02']],
    ['of another year', event('DTSTART;VALUE=DATE:20250501'), []],
    ['with a time of day', event('DTSTART:20260501T090000Z', 'DTEND:20260501T100000Z'), []],
    [
      'over the new year, what lies in the year',
      event('DTSTART;VALUE=DATE:20251231', 'DTEND;VALUE=DATE:20260103'),
      ['2026-01-01', '2026-01-02'],
    ],
  ])('%s', (_, text, dates) => {
    expect(datesOf(file(text))).toEqual(dates);
  });

  it('come again each year within the years asked for, but for those excepted', () => {
    const yearly = event('DTSTART;VALUE=DATE:20001225', 'RRULE:FREQ=YEARLY', 'EXDATE;VALUE=DATE:20271225');
    expect(datesOf(file(yearly), 2026, 3)).toEqual(['2026-12-25', '2028-12-25']);
  });

  it('stop where their rule does, and fall on a weekday where it says so', () => {
    const until = event('DTSTART;VALUE=DATE:20240101', 'RRULE:FREQ=YEARLY;UNTIL=20260101');
    expect(datesOf(file(until), 2026, 5)).toEqual(['2026-01-01']);
    const fourthThursday = event('DTSTART;VALUE=DATE:20241128', 'RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=4TH');
    expect(datesOf(file(fourthThursday), 2026, 2)).toEqual(['2026-11-26', '2027-11-25']);
  });

  it('are each a day once, in order, with the name; what is left out is counted', () => {
    const text = file(
      event('DTSTART;VALUE=DATE:20260503', 'SUMMARY:Three'),
      event('DTSTART;VALUE=DATE:20260501', 'DTEND;VALUE=DATE:20260504', 'SUMMARY:Golden days'),
      event('DTSTART:20260501T090000Z'),
    );
    const read = readHolidays(text, { from: 2026, count: 1 });
    expect(read).toEqual({
      holidays: [
        { date: '2026-05-01', name: 'Golden days' },
        { date: '2026-05-02', name: 'Golden days' },
        { date: '2026-05-03', name: 'Three' },
      ],
      leftOut: 1,
    });
  });

  it.each([
    '',
    'Hello',
    'BEGIN:VCALENDAR',
    'BEGIN:VCARD\r\nVERSION:4.0\r\nFN:X\r\nEND:VCARD',
    file(event('SUMMARY:No day')),
    file(event('DTSTART;VALUE=DATE:2026')),
    file(event('DTSTART;VALUE=DATE:20261345')),
    file(event('DTSTART;VALUE=DATE:20260101', 'RRULE:FREQ=SOMETIMES')),
    file(event('DTSTART;VALUE=DATE:20260101', 'DURATION:-P1D', ' M')),
  ])('of what is no such file: %j', (text) => {
    expect(() => readHolidays(text, { from: 2026, count: 1 })).toThrow(
      expect.objectContaining({ code: 'sla.ical_invalid' }),
    );
  });

  it('of anything at all are days of the years asked for, or a refusal', () => {
    const line = fc.oneof(
      fc.string({ maxLength: 30 }),
      fc.constantFrom(
        'DTSTART;VALUE=DATE:20260101',
        'DTEND;VALUE=DATE:20250101',
        'RRULE:FREQ=DAILY',
        'DTSTART:x',
      ),
      fc.constantFrom(
        'BEGIN:VEVENT',
        'END:VEVENT',
        'DURATION:-P1D',
        'RRULE:FREQ=SECONDLY',
        'EXDATE:20260101',
      ),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 6 }), (lines) => {
        try {
          for (const date of datesOf(file(event(...lines)))) expect(date).toMatch(/^2026-\d\d-\d\d$/);
        } catch (error) {
          if (!(error instanceof Failure)) throw error;
          expect(error.code).toBe('sla.ical_invalid');
        }
      }),
      { numRuns: 300 },
    );
  });
});
