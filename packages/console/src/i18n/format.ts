import type { ConsoleLocale } from '@fairlead/contract';

const steps: [Intl.RelativeTimeFormatUnit, number][] = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];

/** What `useFormat` gives: moments are ISO 8601 strings, or dates. */
export interface Format {
  /** `14:05` */
  time(moment: string | Date, timeZone?: string): string;
  /** `Monday, 3 November`, with the year where it is not this one */
  day(moment: string | Date): string;
  /** `3 Nov 2026`, of a day as `2026-11-03` */
  date(day: string): string;
  /** The name of a day of the week, 0 for Monday */
  weekday(day: number): string;
  /** `3 Nov 2026, 14:05` */
  dateTime(moment: string | Date): string;
  /** `5 minutes ago`, `in 2 hours`; the date beyond a week */
  relativeTime(moment: string | Date, now?: number): string;
  number(value: number): string;
  /** `42%`, of a share of 1 */
  share(value: number): string;
  /** `1,234.00000001`, of a number that is written out: all of its digits */
  decimal(value: string): string;
  /** `5m 03s`, for clocks */
  clock(seconds: number): string;
  /** `3d 4h`, `4h 5m`, `12m`, `40s`: how long something takes or still has */
  duration(seconds: number): string;
  list(items: readonly string[]): string;
  /** The same, of which one is enough: `a, b or c` */
  anyOf(items: readonly string[]): string;
  /** The name of a language, in the reader's */
  language(tag: string): string;
  country(code: string): string;
}

/** "Simplified Chinese" rather than "Chinese (China)". */
const scripts: Readonly<Record<string, string>> = { 'zh-CN': 'zh-Hans', 'zh-TW': 'zh-Hant' };

/** The Intl formats of one locale, each made once, when first asked for: making them is what is slow. */
export function createFormat(locale: ConsoleLocale): Format {
  const number = once(() => new Intl.NumberFormat(locale));
  const shares = once(() => new Intl.NumberFormat(locale, { style: 'percent' }));
  const digits = once(() => new Intl.NumberFormat(locale, { maximumFractionDigits: 20 }));
  const time = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  const timeOnly = once(() => new Intl.DateTimeFormat(locale, time));
  const dateTime = once(
    () =>
      new Intl.DateTimeFormat(locale, {
        ...time,
        year: 'numeric',
        month: 'short',
        day: 'numeric',
      }),
  );
  const date = once(
    () => new Intl.DateTimeFormat(locale, { year: 'numeric', month: 'short', day: 'numeric' }),
  );
  const wholeDay = once(
    () =>
      new Intl.DateTimeFormat(locale, {
        year: 'numeric',
        month: 'short',
        day: 'numeric',
        timeZone: 'UTC',
      }),
  );
  const weekday = once(() => new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' }));
  const day = once(() => new Intl.DateTimeFormat(locale, { weekday: 'long', month: 'long', day: 'numeric' }));
  const dayWithYear = once(
    () => new Intl.DateTimeFormat(locale, { year: 'numeric', month: 'long', day: 'numeric' }),
  );
  const relative = once(() => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }));
  const list = once(() => new Intl.ListFormat(locale, { type: 'conjunction' }));
  const either = once(() => new Intl.ListFormat(locale, { type: 'disjunction' }));
  const unitList = once(() => new Intl.ListFormat(locale, { type: 'unit', style: 'narrow' }));
  const languages = once(() => new Intl.DisplayNames(locale, { type: 'language' }));
  const countries = once(() => new Intl.DisplayNames(locale, { type: 'region' }));
  // In Japanese what is narrow is Latin letters.
  const unitDisplay = locale === 'ja' ? 'short' : 'narrow';
  const unit = (name: string) =>
    once(() => new Intl.NumberFormat(locale, { style: 'unit', unit: name, unitDisplay }));
  const [days, hours, minutes, seconds] = [unit('day'), unit('hour'), unit('minute'), unit('second')];

  return {
    time: (moment, timeZone) =>
      timeZone
        ? new Intl.DateTimeFormat(locale, { ...time, timeZone }).format(new Date(moment))
        : timeOnly().format(new Date(moment)),
    day: (moment) => {
      const at = new Date(moment);
      return (at.getFullYear() === new Date().getFullYear() ? day : dayWithYear)().format(at);
    },
    date: (text) => wholeDay().format(new Date(`${text}T00:00:00Z`)),
    // A Monday, and the days after it.
    weekday: (index) => weekday().format(new Date(Date.UTC(2024, 0, 1 + index))),
    dateTime: (moment) => dateTime().format(new Date(moment)),
    relativeTime: (moment, now = Date.now()) => {
      const at = new Date(moment);
      const distance = (at.getTime() - now) / 1000;
      if (Math.abs(distance) >= 7 * 86_400) return date().format(at);
      for (const [name, size] of steps) {
        if (Math.abs(distance) >= size) return relative().format(Math.trunc(distance / size), name);
      }
      return relative().format(0, 'second');
    },
    number: (value) => number().format(value),
    share: (value) => shares().format(value),
    // A string, since a Number would lose what it cannot hold.
    decimal: (value) => digits().format(value as Intl.StringNumericLiteral),
    clock: (total) => {
      const s = Math.max(0, Math.floor(total));
      if (s < 60) return seconds().format(s);
      if (s < 3600)
        return unitList().format([minutes().format(Math.floor(s / 60)), seconds().format(s % 60)]);
      return unitList().format([
        hours().format(Math.floor(s / 3600)),
        minutes().format(Math.floor((s % 3600) / 60)),
      ]);
    },
    duration: (total) => {
      const s = Math.max(0, Math.floor(total));
      if (s < 60) return seconds().format(s);
      const parts: [() => Intl.NumberFormat, number][] = [
        [days, Math.floor(s / 86_400)],
        [hours, Math.floor(s / 3600) % 24],
        [minutes, Math.floor(s / 60) % 60],
      ];
      // The two largest that say something: nobody plans by the minutes of days.
      const first = parts.findIndex(([, value]) => value > 0);
      const said = parts.slice(first, first + 2).filter(([, value]) => value > 0);
      return unitList().format(said.map(([form, value]) => form().format(value)));
    },
    list: (items) => list().format(items),
    anyOf: (items) => either().format(items),
    language: (tag) => languages().of(scripts[tag] ?? tag) ?? tag,
    country: (code) => countries().of(code.toUpperCase()) ?? code,
  };
}

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}
