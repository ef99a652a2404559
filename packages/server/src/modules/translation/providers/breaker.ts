import type { TranslationOutcome } from '@fairlead/contract';
import type { Clock } from '../../../platform/clock.ts';

/** After so many failures in a row nobody waits for the next one, for so many milliseconds. */
const patience = { failures: 4, pause: 30_000 };

/** Whether a provider is asked at all: this node's own experience with it. */
export interface Breaker {
  /** `place` names the provider as it is set up: of another one nothing is known yet. */
  isOpen(place: string): boolean;
  note(place: string, outcome: TranslationOutcome): void;
}

export function createBreaker(clock: Clock): Breaker {
  let known = '';
  let inARow = 0;
  let until = 0;
  const meet = (place: string) => {
    if (place === known) return;
    known = place;
    inARow = 0;
    until = 0;
  };
  return {
    isOpen(place) {
      meet(place);
      return clock.now().getTime() < until;
    },
    note(place, outcome) {
      meet(place);
      inARow = outcome === 'translated' ? 0 : inARow + 1;
      // A quota does not come back by the next request.
      if (inARow >= patience.failures || outcome === 'quota_used_up')
        until = clock.now().getTime() + patience.pause;
    },
  };
}
