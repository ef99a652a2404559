/** A moment to the minute, in the customer's own zone, which is named: "Thu, November 26, 3:40 PM GMT+8". */
export function absolute(locale: string, moment: string, timeZone?: string): string {
  return new Intl.DateTimeFormat(locale, {
    weekday: 'short',
    day: 'numeric',
    month: 'long',
    hour: 'numeric',
    minute: '2-digit',
    timeZoneName: 'short',
    ...(timeZone && { timeZone }),
  }).format(new Date(moment));
}

/** The day of a moment: "November 26, 2026". */
export const dayOf = (locale: string, moment: string): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'long' }).format(new Date(moment));

const minute = 60_000;
const steps = [
  ['day', 24 * 60 * minute],
  ['hour', 60 * minute],
  ['minute', minute],
] as const;

/** How far away a moment is, in the largest unit of which there are two at least: "in 5 hours", "2 days ago". */
export function relative(locale: string, moment: string, now = Date.now()): string {
  const distance = Date.parse(moment) - now;
  const words = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const [unit, size] = steps.find(([, it]) => Math.abs(distance) >= 2 * it) ?? (['minute', minute] as const);
  return words.format(Math.round(distance / size), unit);
}
