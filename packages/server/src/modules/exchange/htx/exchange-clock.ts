import type { Clock } from '../../../platform/clock.ts';

/** The exchange's time, as far as we know it: signatures bear it, and are refused where it is wrong by minutes. */
export interface ExchangeClock {
  now(): Promise<Date>;
  /** It has refused the time that we gave: ask anew. */
  doubt(): void;
}

const believedFor = 10 * 60_000;

/** `ask` answers the exchange's milliseconds. Where it gives none, the machine's own time must do. */
export function createExchangeClock(clock: Clock, ask: () => Promise<number>): ExchangeClock {
  let known: { ahead: number; at: number } | null = null;
  let asking: Promise<void> | null = null;

  async function measure(): Promise<void> {
    const before = clock.now().getTime();
    try {
      const theirs = await ask();
      const after = clock.now().getTime();
      known = { ahead: theirs - (before + after) / 2, at: after };
    } catch {
      known ??= { ahead: 0, at: before };
    }
  }

  return {
    async now() {
      if (!known || clock.now().getTime() - known.at > believedFor) {
        asking ??= measure().finally(() => {
          asking = null;
        });
        await asking;
      }
      return new Date(clock.now().getTime() + (known?.ahead ?? 0));
    },
    doubt() {
      known = null;
    },
  };
}
