import type { Clock } from '../clock.ts';

/** How often something may be asked: `burst` at once, and `perSecond` from then on. In no second is it more than both together. */
export interface Allowance {
  readonly burst: number;
  readonly perSecond: number;
}

/** Counts what is asked against an allowance, evenly refilled. */
interface TokenBucket {
  /** Takes one; answers in how many milliseconds there is one again if there is none now, and 0 if it was taken. */
  take(): number;
  /** Nothing more until a moment: the other side has said so. */
  restUntil(moment: Date): void;
}

export function createTokenBucket(clock: Clock, { burst, perSecond }: Allowance): TokenBucket {
  const perToken = 1_000 / perSecond;
  let tokens = burst;
  let countedAt = clock.now().getTime();
  let restsUntil = 0;
  return {
    take() {
      const now = clock.now().getTime();
      if (now < restsUntil) return restsUntil - now;
      tokens = Math.min(burst, tokens + Math.max(0, now - countedAt) / perToken);
      countedAt = now;
      if (tokens < 1) return Math.ceil((1 - tokens) * perToken);
      tokens -= 1;
      return 0;
    },
    restUntil(moment) {
      restsUntil = Math.max(restsUntil, moment.getTime());
    },
  };
}
