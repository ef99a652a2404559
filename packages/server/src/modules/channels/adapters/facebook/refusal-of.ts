import { z } from 'zod';
import { SendError } from '../../port.ts';

const refusal = z.object({
  error: z.object({
    message: z.string().nullish(),
    code: z.number().nullish(),
    error_subcode: z.number().nullish(),
    is_transient: z.boolean().nullish(),
    error_user_msg: z.string().nullish(),
  }),
});

/** What the Graph API refused a call for. */
export interface GraphRefusal {
  /** The platform's words, as agents and administrators read them. */
  readonly words: string;
  readonly code: number | null;
  readonly subcode: number | null;
  readonly transient: boolean;
}

/** Too many calls: of the app (4), the user (17), the page (32, 80001), custom (613), Messenger (80006). */
const rateLimits = new Set([4, 17, 32, 341, 613, 80001, 80002, 80006]);
/** The token has ended, was withdrawn, or was never one (190, 102), or the app may not (3, 200 to 299). */
const ofToken = new Set([102, 190]);
/** Facebook's own trouble. */
const transient = new Set([1, 2, 1200]);
/** The message is older than the window in which the page may answer. */
const outsideWindow = new Set([2018278, 2018065]);
/** Limits that are counted by the hour end within it. */
const longestLimit = 600;

/** Reads what the Graph API answered; a body that is none of its refusals counts by the HTTP status. */
export function readRefusal(status: number, body: unknown): GraphRefusal {
  const read = refusal.safeParse(body);
  if (!read.success)
    return {
      words: `HTTP ${status}`,
      code: null,
      subcode: null,
      transient: status >= 500 || status === 429 || status === 408,
    };
  const { message, code, error_subcode, is_transient, error_user_msg } = read.data.error;
  const words = (message || error_user_msg || `HTTP ${status}`).replace(/\s+/g, ' ').slice(0, 300);
  return {
    words,
    code: code ?? null,
    subcode: error_subcode ?? null,
    transient: is_transient === true || status >= 500 || status === 429,
  };
}

/** Whether it is refused because the customer wrote too long ago. */
export const isOutsideWindow = ({ code, subcode }: GraphRefusal): boolean =>
  code === 10 && subcode !== null && outsideWindow.has(subcode);

/**
 * What a refusal means for what was to be sent. Another attempt is worth it for limits, for trouble of Facebook's own, and for
 * a token that somebody will renew; all else (the customer is not available, the window has closed, the content is refused) stays so.
 * `retryAfter` is in seconds, and what the answer's header said, where it did.
 */
export function refusalOf(given: GraphRefusal, retryAfter: number | null): SendError {
  const { code, words } = given;
  if (code !== null && ofToken.has(code))
    return new SendError(words, { permanent: false, retryAfter: null, signInRefused: true });
  if (code !== null && rateLimits.has(code))
    return new SendError(words, { permanent: false, retryAfter: retryAfter ?? longestLimit });
  if (given.transient || (code !== null && transient.has(code)))
    return new SendError(words, { permanent: false, retryAfter });
  return new SendError(words, { permanent: true });
}
