/** In what promised minutes are written. */
export const timeUnits = { minutes: 1, hours: 60, days: 1440 } as const;
export type TimeUnit = keyof typeof timeUnits;

/** Minutes in the largest unit that they fill without a rest. */
export function inUnit(minutes: number): { count: number; unit: TimeUnit } {
  const unit =
    (['days', 'hours'] as const).find((it) => minutes > 0 && minutes % timeUnits[it] === 0) ?? 'minutes';
  return { count: minutes / timeUnits[unit], unit };
}

const pad = (value: number) => String(value).padStart(2, '0');

/** Minutes of a day as clocks show them: `09:30`, and `24:00` for its end. */
export const writeTime = (minutes: number): string => `${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;

/** Minutes of a day as people write them: `9`, `9:30`, `0930`, `24:00`; null for what is no time. */
export function readTime(text: string): number | null {
  const found = /^(\d{1,2})(?:[:.：]?(\d{2}))?$/.exec(text.trim());
  if (!found) return null;
  const minutes = Number(found[1]) * 60 + Number(found[2] ?? 0);
  return Number(found[2] ?? 0) < 60 && minutes <= 1440 ? minutes : null;
}
