import { useEffect, useState } from 'react';

/** A value once it has not changed for so many milliseconds, so that a search begins when the typing pauses. */
export function usePaused(value: string, pause: number): string {
  const [paused, setPaused] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setPaused(value), pause);
    return () => clearTimeout(timer);
  }, [value, pause]);
  return paused;
}
