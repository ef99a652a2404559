import { backoff } from './backoff.ts';

/** Asks again and again while the socket does not work. */
export interface Poller {
  start: () => void;
  stop: () => void;
}

/** `ask` ends when there is news or its wait is over; it throws when the server was not reached. */
export function createPoller(
  ask: (signal: AbortSignal) => Promise<void>,
  onState: (reached: boolean) => void,
): Poller {
  let stopping: AbortController | undefined;

  async function run(signal: AbortSignal) {
    let failures = 0;
    while (!signal.aborted) {
      try {
        await ask(signal);
        failures = 0;
      } catch {
        failures++;
      }
      if (signal.aborted) return;
      onState(failures === 0);
      // Even with news at every answer it must not spin.
      await new Promise((resolve) => setTimeout(resolve, failures > 0 ? backoff(failures) : 250));
    }
  }

  return {
    start() {
      if (stopping) return;
      stopping = new AbortController();
      void run(stopping.signal);
    },
    stop() {
      stopping?.abort();
      stopping = undefined;
    },
  };
}
