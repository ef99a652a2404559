import { useEffect, useState } from 'preact/hooks';
import { keepTrying } from '../live/keep-trying.ts';
import { partStyles } from './part-styles.ts';

/**
 * A part of the screen that few customers need, fetched with its styles when it is first wanted: null until it is there. While it cannot be
 * had it is asked for again; with `giveUp` it is asked for once, and the next wish asks anew.
 */
export function usePart<T>(wanted: boolean, fetch: () => Promise<T>, giveUp?: () => void): T | null {
  const [part, setPart] = useState<T | null>(null);
  useEffect(() => {
    if (!wanted || part) return;
    let waits = !giveUp;
    keepTrying(
      () => Promise.all([fetch(), partStyles()]),
      () => waits,
    ).then(([it]) => setPart(it), giveUp ?? (() => {}));
    return () => {
      waits = false;
    };
  }, [wanted]);
  return wanted ? part : null;
}
