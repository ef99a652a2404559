/** What a mail server's refusal means for a letter. */
export interface Refusal {
  readonly again: boolean;
  /** There is no such address: nothing is sent there any more. */
  readonly noSuchAddress: boolean;
  readonly words: string;
}

/** Attempts until a letter has failed; with the waits below about a day. */
const attempts = 8;
const firstWait = 60;
const longestWait = 6 * 3600;

/** Reads what sending threw: the server's answer where it gave one (RFC 5321, and the extended codes of RFC 3463), else a broken connection. Pure. */
export function refusalOf(error: unknown): Refusal {
  const said = error instanceof Error ? error.message : String(error);
  const words = said.replace(/\s+/g, ' ').trim().slice(0, 300);
  const code = (error as { responseCode?: unknown } | null)?.responseCode;
  if (typeof code !== 'number' || code < 500) return { again: true, noSuchAddress: false, words };
  const extended = /\b5\.1\.(?:1|2|3|6|10)\b/.test(said);
  const other = /\b5\.(?!1\.)\d{1,3}\.\d{1,3}\b/.test(said);
  return { again: false, noSuchAddress: extended || ((code === 550 || code === 553) && !other), words };
}

/** Seconds until a letter is tried again; null once it has failed. Pure. */
export const nextWait = (attemptsBefore: number): number | null =>
  attemptsBefore + 1 < attempts ? Math.min(firstWait * 3 ** attemptsBefore, longestWait) : null;

/** Seconds until an exchange that did not answer is asked again for an audience, after so many attempts: at first soon, at last every quarter of an hour. */
export const nextLook = (attempts: number): number => Math.min(15 * 2 ** Math.min(attempts, 10), 900);
