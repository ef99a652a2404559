import { useRef, useState } from 'preact/hooks';
import { usePortal } from '../views/context.ts';

/** What is half written in a place: kept with every stroke, so that it survives a reload, and forgotten once it is sent. */
export function useDraft<T extends object>(
  place: string,
  fresh: () => T,
): [T, (change: Partial<T>) => void, () => void] {
  const { drafts } = usePortal();
  const [draft, setDraft] = useState<T>(() => ({ ...fresh(), ...(drafts.read(place) as T | undefined) }));
  const latest = useRef(draft);
  const set = (next: T) => {
    latest.current = next;
    setDraft(next);
  };
  return [
    draft,
    (change) => {
      set({ ...latest.current, ...change });
      drafts.write(place, latest.current);
    },
    () => {
      drafts.remove(place);
      set(fresh());
    },
  ];
}
