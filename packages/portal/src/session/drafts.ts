import type { Keep } from '@fairlead/widget/session/keep';

/** What somebody has half written, as this browser keeps it: each person's apart, so that the next one at it sees nothing. */
export interface Drafts {
  read: (place: string) => unknown;
  write: (place: string, draft: unknown) => void;
  remove: (place: string) => void;
  /** All of theirs: they have signed out. */
  clear: () => void;
}

export function createDrafts(keep: Keep, who: () => string | undefined): Drafts {
  const nameOf = (place: string) => `draft.${who() ?? ''}.${place}`;
  return {
    read: (place) => keep.get(nameOf(place)),
    write: (place, draft) => keep.set(nameOf(place), draft),
    remove: (place) => keep.remove(nameOf(place)),
    clear() {
      for (const name of keep.names(nameOf(''))) keep.remove(name);
    },
  };
}
