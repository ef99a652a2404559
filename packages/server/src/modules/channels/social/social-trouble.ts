import { platformTroubles, type SocialTrouble } from '@fairlead/contract';
import { AskRefused, SendError } from '../port.ts';

/** What went wrong with a platform, as administrators are told it: a code, and the platform's own words, in one line. */
export function socialTrouble(error: unknown): SocialTrouble {
  const said = isTimeout(error)
    ? platformTroubles.timed_out
    : error instanceof Error
      ? error.message
      : String(error);
  const words = said.replace(/\s+/g, ' ').trim().slice(0, 300);
  if (error instanceof SendError && error.signInRefused)
    return { code: 'channels.platform_sign_in_refused', words };
  if (error instanceof SendError || error instanceof AskRefused)
    return { code: 'channels.platform_refused', words };
  return { code: 'channels.platform_unreachable', words };
}

const isTimeout = (error: unknown): boolean => error instanceof Error && error.name === 'TimeoutError';
