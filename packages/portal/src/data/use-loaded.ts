import { type Refusal, refusalOf } from '@fairlead/widget/session/refusal';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Subject } from '../live/news.ts';
import { usePortal } from '../views/context.ts';

/** Something from the server, as far as it is known. */
export interface Loaded<T> {
  value: T | undefined;
  /** Why it could not be loaded; what was known before stays. */
  refusal: Refusal | null;
  reload: () => void;
  /** It is known better than what was loaded. */
  set: (value: T) => void;
}

/** Loads what `key` names, shows meanwhile what was known of it, and loads it anew on news that concern it. */
export function useLoaded<T>(
  key: string,
  load: () => Promise<T>,
  concerns: (subject: string) => boolean,
): Loaded<T> {
  const { loaded, news } = usePortal();
  const [shown, show] = useState<{ key: string; refusal: Refusal | null }>({ key, refusal: null });
  const latest = useRef(0);
  const current = useRef({ load, concerns });
  current.current = { load, concerns };

  async function reload() {
    const mine = ++latest.current;
    try {
      const value = await current.current.load();
      if (mine !== latest.current) return;
      loaded.set(key, value);
      show({ key, refusal: null });
    } catch (error) {
      if (mine === latest.current) show({ key, refusal: refusalOf(error) });
    }
  }

  useEffect(() => {
    void reload();
    const stop = news.listen((subject: Subject) => {
      if (subject === null || current.current.concerns(subject)) void reload();
    });
    return () => {
      latest.current++;
      stop();
    };
  }, [key]);

  return {
    value: loaded.get(key) as T | undefined,
    refusal: shown.key === key ? shown.refusal : null,
    reload: () => void reload(),
    set(value) {
      latest.current++;
      loaded.set(key, value);
      show({ key, refusal: null });
    },
  };
}
