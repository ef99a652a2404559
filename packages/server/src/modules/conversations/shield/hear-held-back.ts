import { endpoints } from '@fairlead/contract';
import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible';
import { fail } from '../../../platform/fail.ts';
import { addressBlock } from '../../../platform/http/address-block.ts';
import type { Platform } from '../../../platform/platform.ts';
import { countHeldBack } from './held-back-store.ts';

/** How often one address may tell in an hour, per node: more often than anybody writes a secret down, and too seldom to drown what others tell. */
const allowance = { points: 30, duration: 3600 };

/**
 * Hears from browsers that they held something back. Whoever tells it is nobody: a count that a stranger can raise is no proof of anything, so it stands beside
 * what the server removed, never in it.
 */
export function hearHeldBack({ database, http }: Pick<Platform, 'database' | 'http'>): void {
  const limiter = new RateLimiterMemory(allowance);
  http.route(endpoints.shield.heldBack, async ({ body, request }) => {
    try {
      await limiter.consume(addressBlock(request.ip));
    } catch (refusal) {
      throw fail('request.rate_limited', {
        seconds: Math.ceil((refusal as RateLimiterRes).msBeforeNext / 1000),
      });
    }
    await database.write((tx) => countHeldBack(tx, { ...body, kinds: [...new Set(body.kinds)] }));
  });
}
