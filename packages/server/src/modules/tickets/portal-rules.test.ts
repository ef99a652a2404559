import { type Locale, locales, type TicketStatus, tellingKinds } from '@fairlead/contract';
import { describe, expect, test } from 'vitest';
import { chatNews, ticketLetter } from './portal-letters.ts';
import {
  changeableUntil,
  lineOfChange,
  mayRate,
  newCode,
  readCode,
  reopenUntil,
  saysMore,
} from './portal-rules.ts';
import { someTicket } from './ticket.testing.ts';

const now = new Date('2026-11-20T10:00:00Z');
const later = (days: number, milliseconds = 0) => new Date(now.getTime() + days * 86_400_000 + milliseconds);

test('codes have six digits', () => {
  for (let index = 0; index < 200; index++) expect(newCode()).toMatch(/^\d{6}$/);
});

test.each([
  ['012345', '012345'],
  [' 012 345 ', '012345'],
  ['012-345', '012345'],
  ['٠١٢٣٤٥', '012345'],
  ['۰۱۲۳۴۵', '012345'],
  ['０１２３４５', '012345'],
  ['๐๑๒๓๔๕', '012345'],
  ['abc', ''],
])('%j is read as %j', (typed, code) => {
  expect(readCode(typed)).toBe(code);
});

describe('reopening', () => {
  const solved = someTicket({ status: 'solved', solvedAt: now });
  test.each([
    ['within the days', solved, later(7), later(7)],
    ['a moment too late', solved, later(7, 1), null],
    ['what is open', someTicket({ status: 'open' }), now, null],
    ['what is closed', someTicket({ status: 'closed', solvedAt: now }), now, null],
    ['what was merged', { ...solved, mergedIntoId: 'other' }, now, null],
  ])('%s', (_, ticket, at, until) => {
    expect(reopenUntil(ticket, 7, at)).toEqual(until);
  });
});

describe('rating', () => {
  test.each<[string, TicketStatus, string | null, Date | null, Date, boolean]>([
    ['before it is solved', 'open', null, null, now, false],
    ['once it is solved', 'solved', null, null, now, true],
    ['once it is closed', 'closed', null, null, now, true],
    ['of what was merged', 'closed', 'other', null, now, false],
    ['changed on the last day, though open again', 'open', null, now, changeableUntil(now), true],
    ['changed a moment too late', 'solved', null, now, later(7, 1), false],
  ])('%s', (_, status, mergedIntoId, ratedAt, at, may) => {
    expect(mayRate({ status, mergedIntoId }, ratedAt, at)).toBe(may);
  });
});

test.each<[string, TicketStatus, Date, boolean]>([
  ['solved with it', 'solved', now, true],
  ['solved right after it', 'solved', later(0, 10_000), true],
  ['pending with it', 'pending', now, true],
  ['solved before, and answered once more', 'solved', later(0, -1), false],
  ['open again', 'open', later(0, 10_000), false],
  ['closed, of which no letter tells', 'closed', later(0, 10_000), false],
])('an answer on what is %s needs a letter of its own: %s', (_, status, statusAt, more) => {
  expect(saysMore({ status, statusAt }, now)).toBe(more);
});

test.each<[TicketStatus, TicketStatus, 'customer' | 'us', string | null]>([
  ['new', 'open', 'us', 'ticket_open'],
  ['pending', 'open', 'us', null],
  ['solved', 'open', 'us', 'ticket_reopened'],
  ['open', 'pending', 'us', 'ticket_pending'],
  ['open', 'on_hold', 'us', 'ticket_on_hold'],
  ['open', 'solved', 'us', 'ticket_solved'],
  ['open', 'solved', 'customer', 'ticket_solved_by_customer'],
  ['solved', 'closed', 'us', 'ticket_closed'],
  ['open', 'open', 'us', null],
])('from %s to %s by %s says %s', (from, to, by, line) => {
  expect(lineOfChange(from, to, by)).toBe(line);
});

test.each([...locales])(
  'letters in %s name the case and where it is, and leave nothing to fill in',
  (locale: Locale) => {
    for (const kind of tellingKinds) {
      const about = {
        to: 'a@example.com',
        locale,
        number: 10_423,
        organisation: 'HTX',
        link: 'https://x.test/portal',
        code: 'Bluefish7',
        nextUpdate: { at: new Date('2026-03-29T09:30:00Z'), timeZone: 'Asia/Tokyo' },
      };
      const { subject, text, html = '' } = ticketLetter(kind, about);
      expect(subject).toContain('#10423');
      expect(text).toContain('https://x.test/portal');
      expect(text).toContain('HTX');
      expect(text).toContain('Bluefish7');
      expect(html).toContain('<a href="https://x.test/portal">');
      expect(subject + text).not.toMatch(/[{}]/);
      const news = chatNews(kind, about);
      expect(news).toContain('https://x.test/portal');
      expect(news).not.toMatch(/[{}]|Bluefish7/);
      // When they hear of it next, by their own clock; where they must act first, or it is done with, nothing is owed.
      expect(/\b(18|6)[:.]30/.test(news)).toBe(kind !== 'pending' && kind !== 'solved');
      const inChat = chatNews(kind, { ...about, link: null });
      expect(inChat).toContain('#10423');
      expect(inChat).not.toMatch(/[{}]|https:/);
      // No platform has a shorter limit than these bytes of WeChat's.
      expect(Buffer.byteLength(news)).toBeLessThan(1000);
    }
  },
);
