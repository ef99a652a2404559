/** Updates that nobody has confirmed yet, as `getUpdates` gives them out. */
export interface UpdateQueue {
  push(update: object): void;
  /**
   * What is there from an offset on, which confirms what came before it; waits for so many milliseconds until something is. `refused`: another question, or a
   * webhook, ended this one.
   */
  take(offset: number | null, limit: number, milliseconds: number): Promise<object[] | 'refused'>;
  /** Whether anybody has ever asked. */
  wasAsked(): boolean;
  /** Ends the question that waits, and hands over what was not confirmed. */
  empty(): object[];
}

export function createUpdateQueue(): UpdateQueue {
  let waiting: object[] = [];
  let known = false;
  let asked: ((outcome: 'news' | 'refused') => void) | null = null;
  const idOf = (update: object): number => (update as { update_id: number }).update_id;
  return {
    push(update) {
      waiting.push(update);
      asked?.('news');
    },
    async take(offset, limit, milliseconds) {
      known = true;
      asked?.('refused');
      asked = null;
      if (offset !== null) waiting = waiting.filter((it) => idOf(it) >= offset);
      if (waiting.length === 0 && milliseconds > 0) {
        const outcome = await new Promise<'news' | 'refused' | 'late'>((resolve) => {
          const timer = setTimeout(resolve, milliseconds, 'late');
          timer.unref();
          asked = (said) => {
            clearTimeout(timer);
            resolve(said);
          };
        });
        if (outcome === 'refused') return 'refused';
        asked = null;
      }
      return waiting.slice(0, limit);
    },
    wasAsked: () => known,
    empty() {
      asked?.('refused');
      asked = null;
      return waiting.splice(0);
    },
  };
}
