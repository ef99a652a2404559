/** How long a session lives without being used, and at most. */
const idle = 12 * 3600_000;
export const longestSession = 14 * 24 * 3600_000;
/** `last_seen_at` is not written more often than this. */
export const seenEvery = 60_000;

export const sessionCookieName = 'fairlead_session';

/** When a session that is used now ends if it is not used again. */
export function sessionExpiry(createdAt: Date, now: Date): Date {
  return new Date(Math.min(now.getTime() + idle, createdAt.getTime() + longestSession));
}

/** The session's token in a `cookie` header, if it holds one. */
export function sessionTokenIn(cookieHeader: string | undefined): string | undefined {
  for (const pair of cookieHeader?.split(';') ?? []) {
    const [name, value] = pair.trim().split('=', 2);
    if (name === sessionCookieName && value) return value;
  }
  return undefined;
}
