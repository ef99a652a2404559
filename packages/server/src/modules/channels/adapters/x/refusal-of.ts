import { z } from 'zod';
import { SendError } from '../../port.ts';

/** Both forms in which X refuses: that of v2 (RFC 7807) and the list of 1.1. */
const refusal = z.object({
  title: z.string().nullish(),
  detail: z.string().nullish(),
  errors: z.array(z.object({ message: z.string().nullish(), code: z.number().nullish() })).nullish(),
});

/** Token wrong or ended (32, 89, 135, 215), the account locked or suspended (64, 326). */
const ofToken = new Set([32, 64, 89, 135, 215, 326]);
/** X's own trouble, and limits in the form of 1.1. */
const transient = new Set([130, 131]);
const limits = new Set([88, 185]);
/** Most limits are counted by a quarter of an hour. */
const usualLimit = 900;
/** Somebody has to buy credits first. */
const unpaid = 3600;

/** A refusal with the status that it came with. */
export class XRefusal extends SendError {
  readonly status: number;

  constructor(status: number, reason: string, options: ConstructorParameters<typeof SendError>[1]) {
    super(reason, options);
    this.status = status;
  }
}

/**
 * What a refusal means for what was to be sent, in X's words. Another attempt is worth it for limits, for X's own trouble, for credits
 * that somebody will buy, and for a token that somebody will renew; all else (a repeated post, a customer who takes no messages, an access
 * level that does not hold it) stays so.
 */
export function refusalOf(
  status: number,
  headers: Readonly<Record<string, string>>,
  body: unknown,
): XRefusal {
  const { title, detail, errors } = refusal.safeParse(body).data ?? {};
  const code = errors?.find((it) => typeof it.code === 'number')?.code ?? null;
  const said = detail || errors?.find((it) => it.message)?.message || title || `HTTP ${status}`;
  const words = `${code === null ? '' : `(${code}) `}${said}`.replace(/\s+/g, ' ').slice(0, 300);
  if (status === 401 || (code !== null && ofToken.has(code)))
    return new XRefusal(status, words, { permanent: false, retryAfter: null, signInRefused: true });
  if (status === 429 || (code !== null && limits.has(code)))
    return new XRefusal(status, words, { permanent: false, retryAfter: untilReset(headers) ?? usualLimit });
  if (status === 402) return new XRefusal(status, words, { permanent: false, retryAfter: unpaid });
  if (status >= 500 || status === 408 || (code !== null && transient.has(code)))
    return new XRefusal(status, words, { permanent: false, retryAfter: null });
  return new XRefusal(status, words, { permanent: true });
}

/** Seconds until the limit that was met ends, all by X's clock; null where it does not say. */
function untilReset(headers: Readonly<Record<string, string>>): number | null {
  const resets = ['x-rate-limit-reset', 'x-user-limit-24hour-reset', 'x-app-limit-24hour-reset']
    .filter((name) => headers[name.replace('reset', 'remaining')] === '0' || name === 'x-rate-limit-reset')
    .map((name) => Number(headers[name] ?? Number.NaN))
    .filter((it) => Number.isSafeInteger(it) && it > 0);
  const now = Date.parse(headers['date'] ?? '') / 1000;
  if (resets.length === 0 || Number.isNaN(now)) return null;
  return Math.max(1, Math.ceil(Math.max(...resets) - now));
}
