import { agoForms, dayWords, hoursOf, ownDayWords, writtenNumbers } from './day-words.ts';
import type { Spot } from './found-entity.ts';
import { monthNames } from './month-names.ts';
import { nameFinder } from './name-finder.ts';

/** When and where it is asked what a day is. */
export interface Moment {
  readonly now: Date;
  /** IANA name of the customer's zone. */
  readonly timeZone: string;
}

const hour = 3_600_000;
/** Without one of these nothing is told by its age. */
const agoWords =
  /ago|前|전|назад|hace|h[aá]|faz|trước|truoc|önce|once|lalu|ที่แล้ว|ที่ผ่านมา|ก่อน|il y a|vor|منذ|قبل/u;
const ago = new RegExp(
  agoForms.map((it) => `(?<![\\p{Script=Latin}\\p{Script=Cyrillic}\\p{N}])${it}`).join('|'),
  'gu',
);
const dayFirst =
  /(?<![\p{L}\p{N}.,])(\d{1,2})(?:st|nd|rd|th|\.)?(?: de| of)? ([\p{L}\p{M}]{3,})(?:\.?,?(?: de| of)? (\d{4})(?!\d))?/gu;
const monthFirst =
  /(?<![\p{L}\p{M}\p{N}])([\p{L}\p{M}]{3,})\.? (\d{1,2})(?:st|nd|rd|th)?(?![\d:.]\d|\d|:)(?:,? (\d{4})(?!\d))?/gu;

const yearFirst =
  /(?<![\d.,-])(20\d\d) ?[-/.年년] ?(\d{1,2}) ?[-/.月월] ?(\d{1,2})(?: ?[日号號일])?(?![\d-])/gu;
const monthAndDay = /(?<![\d./])(\d{1,2}) ?[月월] ?(\d{1,2}) ?[日号號일]/gu;
const yearLast = /(?<![\d.,/-])(\d{1,2})([./-])(\d{1,2})\2(20\d\d)(?![\d/-])/gu;
const vietnamese = /(?<=(?:ngày|ngay|hôm|hom) )(\d{1,2})[/-](\d{1,2})(?![\d/.-])/gu;

let months: ReturnType<typeof monthNames> | undefined;
const formats = new Map<string, Intl.DateTimeFormat>();
const finders = new Map<string, ReturnType<typeof nameFinder<number>>>();

function daysIn(small: string, language: string) {
  const own = language in ownDayWords ? language : '';
  let find = finders.get(own);
  if (!find) {
    const all = [...dayWords, ...(ownDayWords[own] ?? [])];
    find = nameFinder(all.flatMap(([offset, words]) => words.split('|').map((it) => [it, offset] as const)));
    finders.set(own, find);
  }
  return find(small);
}

/** Days that a text of a language names, by their date or seen from today; without a year the last such that has come, or comes tomorrow. `small` is the text in small letters. */
export function spotDates(small: string, language: string, { now, timeZone }: Moment): Spot[] {
  const today = dayAt(now, timeZone);
  const found: Spot[] = [];
  const add = (match: RegExpMatchArray, value: string | null | undefined) => {
    const start = match.index ?? 0;
    if (value !== undefined) found.push({ kind: 'date', start, end: start + match[0].length, value });
  };
  if (/\d/.test(small)) {
    for (const match of small.matchAll(yearFirst))
      add(match, dateOf(Number(match[1]), Number(match[2]), Number(match[3])));
    for (const match of small.matchAll(monthAndDay))
      add(match, lastOf(today, Number(match[1]), Number(match[2])));
    for (const match of small.matchAll(yearLast))
      add(match, ofThree(Number(match[1]), Number(match[3]), Number(match[4]), language));
    if (language === 'vi')
      for (const match of small.matchAll(vietnamese))
        add(match, lastOf(today, Number(match[2]), Number(match[1])));
    months ??= monthNames();
    for (const match of small.matchAll(dayFirst))
      add(match, named(today, months.get(match[2] ?? ''), match[1], match[3]));
    for (const match of small.matchAll(monthFirst))
      add(match, named(today, months.get(match[1] ?? ''), match[2], match[3]));
  }
  if (agoWords.test(small))
    for (const match of small.matchAll(ago)) {
      const [count = '', unit = ''] = match.slice(1).filter((it) => it !== undefined);
      const number = writtenNumbers.get(count) ?? Number(count);
      add(match, dayAt(new Date(now.getTime() - number * hoursOf(unit) * hour), timeZone));
    }
  for (const { meaning, start, end } of daysIn(small, language))
    found.push({ kind: 'date', start, end, value: moved(today, meaning) });
  return found;
}

function dayAt(at: Date, timeZone: string): string {
  const format =
    formats.get(timeZone) ??
    new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  formats.set(timeZone, format);
  return format.format(at);
}

const moved = (day: string, by: number): string =>
  new Date(Date.parse(day) + by * 24 * hour).toISOString().slice(0, 10);

/** The date, or undefined where no month has such a day. */
function dateOf(year: number, month: number, day: number): string | undefined {
  const at = new Date(Date.UTC(year, month - 1, day));
  return at.getUTCMonth() === month - 1 && at.getUTCDate() === day
    ? at.toISOString().slice(0, 10)
    : undefined;
}

/** The last such day that is not later than tomorrow: somewhere it is tomorrow already. */
function lastOf(today: string, month: number, day: number): string | undefined {
  const year = Number(today.slice(0, 4));
  const own = dateOf(year, month, day);
  return own !== undefined && own <= moved(today, 1) ? own : dateOf(year - 1, month, day);
}

function named(today: string, month = 0, day = '', year?: string): string | undefined {
  return year === undefined ? lastOf(today, month, Number(day)) : dateOf(Number(year), month, Number(day));
}

/** A date of three numbers, the year last. In English either of the first two may be the month: null where both may. */
function ofThree(first: number, second: number, year: number, language: string): string | null | undefined {
  const [dayFirst, monthFirst] = [dateOf(year, second, first), dateOf(year, first, second)];
  if (language === 'en' && dayFirst && monthFirst && dayFirst !== monthFirst) return null;
  return dayFirst ?? monthFirst;
}
