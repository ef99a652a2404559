import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible';
import type { Caller } from '../actor.ts';
import { fail } from '../fail.ts';
import { addressBlock } from './address-block.ts';

/**
 * How often one caller may ask, per node: enough for any person and their browser, not for a flood. What must hold across nodes
 * (sign-in attempts) is limited where it is done.
 */
const limits = {
  nobody: new Map([
    ['read', { points: 300, duration: 60 }],
    ['write', { points: 60, duration: 60 }],
  ]),
  known: new Map([
    ['read', { points: 1200, duration: 60 }],
    ['write', { points: 600, duration: 60 }],
  ]),
};

export function createRequestLimits(): (caller: Caller, address: string, write: boolean) => Promise<void> {
  const limiters = new Map(
    Object.entries(limits).flatMap(([who, kinds]) =>
      [...kinds].map(([kind, options]) => [`${who}:${kind}`, new RateLimiterMemory(options)] as const),
    ),
  );
  return async (caller, address, write) => {
    const who = caller.type === 'nobody' ? 'nobody' : 'known';
    const limiter = limiters.get(`${who}:${write ? 'write' : 'read'}`);
    try {
      await limiter?.consume(caller.type === 'nobody' ? addressBlock(address) : caller.id);
    } catch (refusal) {
      throw fail('request.rate_limited', {
        seconds: Math.ceil((refusal as RateLimiterRes).msBeforeNext / 1000),
      });
    }
  };
}
