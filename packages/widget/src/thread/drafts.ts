import type { Keep } from '../session/keep.ts';

/** Messages half written, as this browser keeps them. */
export interface Drafts {
  read: (place: string) => string;
  write: (place: string, text: string) => void;
  /** What is half written in one place belongs to another now. */
  move: (from: string, to: string) => void;
}

/** Where the draft of a conversation is kept; null is the one about to begin. */
export const draftPlace = (conversationId: string | null): string => conversationId ?? 'new';

export function createDrafts(keep: Keep): Drafts {
  const read = (place: string) => String(keep.get(`draft.${place}`) ?? '');
  function write(place: string, text: string) {
    if (text) keep.set(`draft.${place}`, text);
    else keep.remove(`draft.${place}`);
  }
  return {
    read,
    write,
    move(from, to) {
      const text = read(from);
      // An empty one must not wipe out what waits there.
      if (text) write(to, text);
      write(from, '');
    },
  };
}
