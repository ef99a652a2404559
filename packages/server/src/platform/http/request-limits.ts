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
  /** Each API token by itself: a program that runs wild does not stop its agent, or other programs. */
  token: new Map([
    ['read', { points: 600, duration: 60 }],
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
    const [who, key] = keyOf(caller, address);
    const limiter = limiters.get(`${who}:${write ? 'write' : 'read'}`);
    try {
      await limiter?.consume(key);
    } catch (refusal) {
      throw fail('request.rate_limited', {
        seconds: Math.ceil((refusal as RateLimiterRes).msBeforeNext / 1000),
      });
    }
  };
}

/** By which limits somebody is counted, and under what. */
function keyOf(caller: Caller, address: string): [keyof typeof limits, string] {
  if (caller.type === 'nobody') return ['nobody', addressBlock(address)];
  return caller.type === 'agent' && caller.byToken ? ['token', caller.sessionId] : ['known', caller.id];
}
