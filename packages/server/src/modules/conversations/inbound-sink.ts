import type { Platform } from '../../platform/platform.ts';
import type { InboundSink, Taken } from '../channels/index.ts';
import { letterSink } from './take-letter.ts';
import { takeLettersTogether } from './take-letters-together.ts';
import { socialSink } from './take-social.ts';
import { takeSocialTogether } from './take-social-together.ts';

/** Takes in what comes from outside: letters, and what customers write on platforms. */
export function inboundSink(platform: Platform): InboundSink {
  const letters = letterSink(platform);
  const social = socialSink(platform);
  return {
    alone: (arrived) => (arrived.inbound.letter ? letters : social).alone(arrived),
    async together(arrived) {
      const [written, said] = await Promise.allSettled([
        takeLettersTogether(platform, arrived),
        takeSocialTogether(platform, arrived),
      ]);
      for (const it of [written, said])
        if (it.status === 'rejected')
          platform.log.warn({ err: it.reason, messages: arrived.length }, 'messages are taken in one by one');
      return arrived.map((_, index) => answerIn(written, index) ?? answerIn(said, index));
    },
  };
}

/** None where nothing was written of all. */
const answerIn = (settled: PromiseSettledResult<Array<Taken | undefined>>, index: number) =>
  settled.status === 'fulfilled' ? settled.value[index] : undefined;
