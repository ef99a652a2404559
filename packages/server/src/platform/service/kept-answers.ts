import type { Clock } from '../clock.ts';

/** How old an answer from memory may be, in milliseconds. */
export interface Keeping {
  /** Up to this age it is as good as a new one. */
  readonly fresh: number;
  /** Up to this age it is given while a new one is fetched behind it. */
  readonly whileAsking: number;
  /** Up to this age it is given, said to be stale, where no new one is to be had. */
  readonly whenSilent: number;
}

/** An answer and the moment at which it was asked for. */
interface Kept<T> {
  readonly value: T;
  readonly asOf: Date;
  readonly stale: boolean;
}

/** Answers of somebody who is asked the same again and again, by key. Whoever asks at the same time shares one question. */
interface KeptAnswers {
  get<T>(key: string, keeping: Keeping, ask: () => Promise<T>): Promise<Kept<T>>;
}

/** Keeps at most `most` answers; the one that was not asked for longest goes first. */
export function createKeptAnswers(clock: Clock, most: number): KeptAnswers {
  const kept = new Map<string, { value: unknown; asOf: Date }>();
  const asking = new Map<string, Promise<{ value: unknown; asOf: Date }>>();

  function askOnce(key: string, ask: () => Promise<unknown>): Promise<{ value: unknown; asOf: Date }> {
    const underWay = asking.get(key);
    if (underWay) return underWay;
    const asOf = clock.now();
    const question = ask()
      .then((value) => {
        const entry = { value, asOf };
        kept.delete(key);
        kept.set(key, entry);
        for (const oldest of kept.keys()) {
          if (kept.size <= most) break;
          kept.delete(oldest);
        }
        return entry;
      })
      .finally(() => asking.delete(key));
    asking.set(key, question);
    return question;
  }

  return {
    async get<T>(key: string, keeping: Keeping, ask: () => Promise<T>): Promise<Kept<T>> {
      const found = kept.get(key);
      const age = found ? clock.now().getTime() - found.asOf.getTime() : Number.POSITIVE_INFINITY;
      // What is under a key was put there by a question of the same key, which is of the same type.
      const answer = (entry: { value: unknown; asOf: Date }, stale: boolean) =>
        ({ ...entry, stale }) as Kept<T>;
      if (found && age < keeping.fresh) return answer(found, false);
      if (found && age < keeping.whileAsking) {
        // Whoever asks once it is too old hears of the failure.
        askOnce(key, ask).catch(() => {});
        return answer(found, false);
      }
      try {
        return answer(await askOnce(key, ask), false);
      } catch (error) {
        if (found && age < keeping.whenSilent) return answer(found, true);
        throw error;
      }
    },
  };
}
