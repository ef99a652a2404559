import type { Keep } from '../session/keep.ts';
import type { Pending } from './pending.ts';

/** Unacknowledged messages as this browser keeps them: each under its own name, so that tabs do not overwrite each other's. */
export interface Outbox {
  /** What `owner` wrote and is not stored yet, in the order of writing. What others left behind is thrown away. */
  restore: (owner: string) => Pending[];
  save: (owner: string, pending: Pending) => void;
  drop: (key: string) => void;
  /** A visitor turned out to be a known customer, whose messages these now are. */
  adopt: (from: string, to: string) => void;
}

interface Kept {
  owner: string;
  pending: Pending;
}

export function createOutbox(keep: Keep): Outbox {
  const entries = () =>
    keep.names('out.').flatMap((name) => {
      const kept = keep.get(name) as Kept | undefined;
      return kept ? [{ name, kept }] : [];
    });
  return {
    restore(owner) {
      const own = entries().filter(({ name, kept }) => {
        if (kept.owner !== owner) keep.remove(name);
        return kept.owner === owner;
      });
      return own
        .map(({ kept: { pending } }) => ({
          ...pending,
          echoId: null,
          // A reload cut it off half-way: whether it arrived the server knows by its key.
          state: pending.state === 'failed' ? pending.state : ('waiting' as const),
        }))
        .sort((a, b) => a.createdAt.localeCompare(b.createdAt));
    },
    save: (owner, pending) => keep.set(`out.${pending.key}`, { owner, pending } satisfies Kept),
    drop: (key) => keep.remove(`out.${key}`),
    adopt(from, to) {
      for (const { name, kept } of entries()) if (kept.owner === from) keep.set(name, { ...kept, owner: to });
    },
  };
}
