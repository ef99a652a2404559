import type { Database, Tx } from '../../../platform/database/database.ts';

/** Ends a transaction whose outcome was all that was wanted of it. */
class Undone<T> extends Error {
  readonly outcome: T;
  constructor(outcome: T) {
    super('a trial is undone');
    this.outcome = outcome;
  }
}

/** Does something in a transaction and answers its outcome. A trial is done and undone, so that its outcome is what would come of it. */
export async function writeOrTry<T>(
  database: Database,
  trial: boolean,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  try {
    return await database.write(async (tx) => {
      const outcome = await work(tx);
      if (trial) throw new Undone(outcome);
      return outcome;
    });
  } catch (error) {
    if (error instanceof Undone) return error.outcome as T;
    throw error;
  }
}
