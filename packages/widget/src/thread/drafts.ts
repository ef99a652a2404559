import type { Keep } from '../session/keep.ts';

/** Messages half written, as this browser keeps them. */
export interface Drafts {
  read: (place: string) => string;
  write: (place: string, text: string) => void;
}

export function createDrafts(keep: Keep): Drafts {
  return {
    read: (place) => String(keep.get(`draft.${place}`) ?? ''),
    write(place, text) {
      if (text) keep.set(`draft.${place}`, text);
      else keep.remove(`draft.${place}`);
    },
  };
}
