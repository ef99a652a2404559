import { z } from 'zod';
import { type Decimal, readDecimal } from '../connector/decimal.ts';

/** A number or text as `readJson` gives it, as a decimal. */
export const decimal = z.string().transform((text, context): Decimal => {
  const value = readDecimal(text);
  if (value !== null) return value;
  context.addIssue('no number');
  return z.NEVER;
});

/** A decimal that may be missing, null or empty. */
export const perhapsDecimal = z
  .string()
  .nullish()
  .transform((text) => (text ? readDecimal(text) : null));

/** Milliseconds since 1970; 0 and nothing are no moment. */
export const perhapsMoment = z
  .string()
  .nullish()
  .transform((text) => {
    const milliseconds = Number(text ?? 0);
    return milliseconds > 0 && milliseconds < 8.64e15 ? new Date(milliseconds) : null;
  });

export const moment = perhapsMoment.transform((it, context) => {
  if (it) return it;
  context.addIssue('no moment');
  return z.NEVER;
});

export const perhapsCount = z
  .string()
  .nullish()
  .transform((text) => (text && /^\d{1,9}$/.test(text) ? Number(text) : null));

/** Text that may be missing; empty is missing. */
export const perhapsText = z
  .string()
  .nullish()
  .transform((text) => text || null);

/** One of the known words; whatever else there is is under review. */
export const wordOf = <const W extends string>(words: readonly W[]) =>
  z
    .unknown()
    .optional()
    .transform((given): W | 'under_review' => words.find((it) => it === given) ?? 'under_review');
