import { useEffect, useState } from 'preact/hooks';

/**
 * A part of the screen that few customers need, fetched when it is first wanted: null until it is there. `giveUp` is called when it cannot be
 * had, so that the next wish asks for it again.
 */
export function usePart<T>(wanted: boolean, fetch: () => Promise<T>, giveUp = () => {}): T | null {
  const [part, setPart] = useState<T | null>(null);
  useEffect(() => {
    if (wanted && !part) fetch().then(setPart, giveUp);
  }, [wanted]);
  return wanted ? part : null;
}
