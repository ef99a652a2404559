import type { Platform } from '../../platform/platform.ts';
import type { InboundSink } from '../channels/index.ts';
import { letterSink } from './take-letter.ts';
import { socialSink } from './take-social.ts';
import { takeSocialTogether } from './take-social-together.ts';

/** Takes in what comes from outside: letters, and what customers write on platforms. */
export function inboundSink(platform: Platform): InboundSink {
  const letters = letterSink(platform);
  const social = socialSink(platform);
  return {
    alone: (arrived) => (arrived.inbound.letter ? letters : social).alone(arrived),
    together: (arrived) => takeSocialTogether(platform, arrived),
  };
}
