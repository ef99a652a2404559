import type { ModelOutcome } from '@fairlead/contract';
import type { Clock } from '../../../platform/clock.ts';

/** After so many failures in a row nobody is kept waiting for the next one, for so many milliseconds. */
const patience = { failures: 5, pause: 30_000 };
/** What a model writes badly is no failure of its provider. */
const failures: ReadonlySet<ModelOutcome> = new Set([
  'timed_out',
  'rate_limited',
  'denied',
  'unreachable',
  'refused_address',
  'failed',
]);

/** Whether a model is asked at all: this node's own experience with it. */
export interface Breaker {
  /** `place` names the model as it is set up: of another one nothing is known yet. */
  isOpen(place: string): boolean;
  note(place: string, outcome: ModelOutcome): void;
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
      inARow = failures.has(outcome) ? inARow + 1 : 0;
      // Once the pause is over, the next failure begins the next one.
      if (inARow >= patience.failures) until = clock.now().getTime() + patience.pause;
    },
  };
}
