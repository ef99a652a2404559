import { useSyncExternalStore } from 'react';

/** One clock for all that ticks on screen, so that they tick together. */
class Ticker {
  readonly #every: number;
  readonly #listeners = new Set<() => void>();
  #now = Date.now();
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(every: number) {
    this.#every = every;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    this.#timer ??= setInterval(this.#tick, this.#every);
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size > 0) return;
      clearInterval(this.#timer);
      this.#timer = undefined;
    };
  };

  now = (): number => {
    // Nobody listened for a while: the first to ask again must not get an old hour.
    if (this.#timer === undefined && Date.now() - this.#now > this.#every) this.#now = Date.now();
    return this.#now;
  };

  #tick = () => {
    this.#now = Date.now();
    for (const listener of this.#listeners) listener();
  };
}

const tickers = { second: new Ticker(1_000), moment: new Ticker(10_000) };

/** The time, kept current to the second or to ten. */
export function useNow(precision: keyof typeof tickers): number {
  const ticker = tickers[precision];
  return useSyncExternalStore(ticker.subscribe, ticker.now);
}
