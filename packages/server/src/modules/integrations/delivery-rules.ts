import type { WebhookDelivery } from '@fairlead/contract';

const minute = 60_000;
/** Pauses after the first attempt, the second, ...; after the last of them it is given up. About a day in all. */
const pauses = [1, 5, 15, 60, 180, 480, 720].map((it) => it * minute);
/** A webhook to which nothing was delivered for so long is given up. */
const patience = 3 * 24 * 60 * minute;

/** What came of an attempt. */
export type Attempted = Pick<WebhookDelivery, 'status' | 'problem'>;

/** Taken in: only an answer of 2xx says so. */
export const isTaken = ({ status }: Attempted): boolean => status !== null && status >= 200 && status < 300;

/** When an attempt that failed is repeated, after so many attempts; null where it is given up. Each a little apart, so that not all come back at once. */
export function nextAttempt(attempts: number, now: Date, chance: number): Date | null {
  const pause = pauses[attempts - 1];
  return pause === undefined ? null : new Date(now.getTime() + pause * (1 + chance / 10));
}

/** How a webhook stands after an attempt. */
export function standingAfter(
  former: { state: 'on' | 'off' | 'given_up'; failingSince: Date | null },
  taken: boolean,
  now: Date,
): typeof former {
  if (taken) return { ...former, failingSince: null };
  const since = former.failingSince ?? now;
  const over = former.state === 'on' && now.getTime() - since.getTime() >= patience;
  return { state: over ? 'given_up' : former.state, failingSince: since };
}
