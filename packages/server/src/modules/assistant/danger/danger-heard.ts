import type { Locale } from '@fairlead/contract';
import { guessIntents, isSurely, signalsIn } from '@fairlead/understanding';
import { localeOf } from '../understand/hear.ts';
import { type Danger, dangerNow } from './danger-in.ts';

/** The danger that is heard in what a customer writes to people, on a page in a language. Pure; it looks no further than it must. */
export const dangerHeard = (text: string, page: Locale): Danger | null =>
  dangerNow({
    signals: signalsIn(text),
    get guesses() {
      return guessIntents(text);
    },
    isSurely: (intent, atLeast) => isSurely(text, intent, atLeast),
    get locale() {
      return localeOf(text, page);
    },
  });
