import type { FastifyRequest } from 'fastify';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { fail } from '../../platform/fail.ts';
import { addressBlock } from '../../platform/http/address-block.ts';
import type { Platform } from '../../platform/platform.ts';

/** Requests that were not proven, from one address: beyond, nothing of it is read for a minute. */
const refusals = { points: 30, duration: 60 };

/** Counts what was refused to an address, for doors that anybody can knock at. */
export interface RefusalLimit {
  /** Throws `request.rate_limited` for an address that was refused too often; before anything is read. */
  admit(request: FastifyRequest): Promise<void>;
  /** Notes that it was refused once more. */
  note(request: FastifyRequest): Promise<void>;
}

export function refusalLimit({ config }: Pick<Platform, 'config'>): RefusalLimit {
  const refused = new RateLimiterMemory(refusals);
  return {
    async admit(request) {
      const already = await refused.get(addressBlock(request.ip));
      if (config.RATE_LIMITS && already && already.consumedPoints >= refusals.points)
        throw fail('request.rate_limited', { seconds: Math.ceil(already.msBeforeNext / 1000) });
    },
    async note(request) {
      await refused.consume(addressBlock(request.ip)).catch(() => {});
    },
  };
}
