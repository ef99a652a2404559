import type { PlatformPlace } from '@fairlead/contract';

/** The window in which a platform takes answers, as it is now; times in seconds. */
export type WindowState =
  /** It takes them always. */
  | { readonly kind: 'none' }
  | { readonly kind: 'open'; readonly left: number; readonly soon: boolean }
  /** Only what people write is taken. */
  | { readonly kind: 'late'; readonly since: number; readonly left: number }
  | { readonly kind: 'closed' };

/** Milliseconds before the end from which it is pressing. */
const soon = 3 * 3_600_000;

/** How far the window for answers is. */
export function windowState(
  { writtenAt, answerUntil, lateUntil }: Pick<PlatformPlace, 'writtenAt' | 'answerUntil' | 'lateUntil'>,
  now: number,
): WindowState {
  if (answerUntil === null) return { kind: 'none' };
  const end = Date.parse(answerUntil);
  if (now < end) return { kind: 'open', left: (end - now) / 1000, soon: end - now <= soon };
  const lateEnd = lateUntil === null ? end : Date.parse(lateUntil);
  if (now >= lateEnd) return { kind: 'closed' };
  return { kind: 'late', since: (now - Date.parse(writtenAt)) / 1000, left: (lateEnd - now) / 1000 };
}
