import { type Inputs, useEffect, useState } from 'preact/hooks';

const everyMilliseconds = 1000;

/**
 * Runs a task at once and then each second while the page is visible; anew when an input changes. Never two at a time.
 * Tells whether the last run failed.
 */
export function usePolling(task: (signal: AbortSignal) => Promise<void>, inputs: Inputs): boolean {
  const [failed, setFailed] = useState(false);

  useEffect(() => {
    const stop = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    let running = false;

    const run = async () => {
      if (running || document.hidden) return;
      running = true;
      try {
        await task(stop.signal);
        if (!stop.signal.aborted) setFailed(false);
      } catch {
        if (!stop.signal.aborted) setFailed(true);
      }
      running = false;
      // In step with the clock, so that all parts of the page change in the same beat.
      if (!stop.signal.aborted)
        timer = setTimeout(run, everyMilliseconds - (Date.now() % everyMilliseconds) + 20);
    };
    const wake = () => {
      clearTimeout(timer);
      void run();
    };

    void run();
    document.addEventListener('visibilitychange', wake);
    return () => {
      stop.abort();
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', wake);
    };
  }, inputs);

  return failed;
}
