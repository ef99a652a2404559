import type { Clock } from '../clock.ts';

/** How it went: `exhausted` says that the next question cannot go better, however well the last ones went. */
type Outcome = 'well' | 'failed' | 'exhausted';

/** Whether a service that administrators set up is asked at all: this node's own experience with it. */
export interface PlaceBreaker {
  /** `place` names the service as it is set up: of another one nothing is known yet. */
  isOpen(place: string): boolean;
  note(place: string, outcome: Outcome): void;
}

/** After so many failures in a row nobody is kept waiting for the next one, for so many milliseconds; once they are over, the next failure begins the next pause. */
export function createPlaceBreaker(
  clock: Clock,
  patience: { failures: number; pause: number },
): PlaceBreaker {
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
      inARow = outcome === 'well' ? 0 : inARow + 1;
      if (inARow >= patience.failures || outcome === 'exhausted')
        until = clock.now().getTime() + patience.pause;
    },
  };
}
