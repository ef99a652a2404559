const day = 86_400_000;

const startOfDay = (date: Date) => new Date(date.getFullYear(), date.getMonth(), date.getDate());

/** How many days ago a moment was, by the calendar of this device. */
function daysAgo(moment: Date, now: Date): number {
  return Math.round((startOfDay(now).getTime() - startOfDay(moment).getTime()) / day);
}

export const timeOfDay = (locale: string, moment: string): string =>
  new Intl.DateTimeFormat(locale, { hour: 'numeric', minute: '2-digit' }).format(new Date(moment));

/** "Today", "Yesterday", or the date. */
export function dayName(locale: string, moment: string, now = new Date()): string {
  const date = new Date(moment);
  const ago = daysAgo(date, now);
  if (ago === 0 || ago === 1) {
    const name = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(-ago, 'day');
    return name.charAt(0).toLocaleUpperCase(locale) + name.slice(1);
  }
  const year = date.getFullYear() === now.getFullYear() ? undefined : 'numeric';
  return new Intl.DateTimeFormat(locale, { weekday: 'short', day: 'numeric', month: 'long', year }).format(
    date,
  );
}

/** For lists: the time today, the date before that. */
export function shortMoment(locale: string, moment: string, now = new Date()): string {
  const date = new Date(moment);
  if (daysAgo(date, now) === 0) return timeOfDay(locale, moment);
  return new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short' }).format(date);
}

/** Whether two moments fall on the same day of this device's calendar. */
export const sameDay = (a: string, b: string): boolean => daysAgo(new Date(a), new Date(b)) === 0;
