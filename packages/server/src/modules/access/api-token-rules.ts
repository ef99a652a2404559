import { apiTokenPrefix, type Permission } from '@fairlead/contract';

const day = 24 * 3600_000;
/** For how long (ms) a token is still listed after it expired, so that its owner sees why it is refused. */
export const expiredTokenMemory = 30 * day;
/** `last_used_at` is not written more often than this (ms). */
const usedEvery = 60_000;
const form = /^flt_[\w-]{43}$/;

/** The token that an `authorization` header bears, if it bears one. */
export function bearerToken(header: string | undefined): string | undefined {
  return /^Bearer (.+)$/i.exec(header ?? '')?.[1];
}

/** Whether it claims to be an API token, and is not a customer's. */
export const isApiToken = (token: string): boolean => token.startsWith(apiTokenPrefix);

/** Whether it could be one: nothing else is looked up. */
export const hasTokenForm = (token: string): boolean => form.test(token);

export const tokenExpiry = (now: Date, days: number): Date => new Date(now.getTime() + days * day);

/** What a token permits: of what was chosen, what its agent holds now. */
export function rightsOf(
  chosen: readonly Permission[],
  held: ReadonlySet<Permission>,
): ReadonlySet<Permission> {
  return new Set(chosen.filter((it) => held.has(it)));
}

/** Whether its use is to be written down. */
export const isUseOfNote = (lastUsedAt: Date | null, now: Date): boolean =>
  lastUsedAt === null || now.getTime() - lastUsedAt.getTime() >= usedEvery;
