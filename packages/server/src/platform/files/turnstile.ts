/** Makes a gate that lets at most `places` tasks run at once; the others wait in the order in which they came. */
export function createTurnstile(places: number): <T>(task: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = [];
  let free = places;
  return async (task) => {
    if (free > 0) free--;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await task();
    } finally {
      const next = waiting.shift();
      // The place is handed on rather than freed, so that nobody who comes now gets ahead.
      if (next) next();
      else free++;
    }
  };
}
