import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible';
import { fail } from '../../platform/fail.ts';
import { addressBlock } from '../../platform/http/address-block.ts';

/** How often one address may ask, per node. A letter costs name servers something, and a report a line on somebody's screen. */
const allowances = {
  check: { points: 60, duration: 60 },
  letter: { points: 10, duration: 60 },
  report: { points: 20, duration: 3600 },
} as const;
export type Asking = keyof typeof allowances;

/** Throws `request.rate_limited` once an address has asked too often. */
export function createAllowances(): (ip: string, asking: Asking) => Promise<void> {
  const limiters = {
    check: new RateLimiterMemory(allowances.check),
    letter: new RateLimiterMemory(allowances.letter),
    report: new RateLimiterMemory(allowances.report),
  };
  return async (ip, asking) => {
    try {
      await limiters[asking].consume(addressBlock(ip));
    } catch (refusal) {
      throw fail('request.rate_limited', {
        seconds: Math.ceil((refusal as RateLimiterRes).msBeforeNext / 1000),
      });
    }
  };
}
