/** How what came together is written, or looked up: `settle` tells whoever asked, by the place of their item, what came of it or why not. */
export type WriteTogether<Item, Done> = (
  items: readonly Item[],
  settle: (index: number, outcome: Done | Error) => void,
) => Promise<void>;

/** Two commits under way keep the disk busy while the next batch is prepared; more only make batches smaller. */
const inFlight = 2;
/** So many that wait are worth a second commit at once. Fewer wait for the one under way, but no longer than so many milliseconds. */
const worthwhile = 16;
const patience = 10;
/** So that one batch never takes everything that waits, and the next is prepared while it is committed. */
const largestBatch = 128;

interface Waiting<Item, Done> {
  item: Item;
  resolve: (done: Done) => void;
  reject: (error: unknown) => void;
}

/**
 * Lets what many ask for at once share commits: what arrives in one turn of the event loop goes together, and what arrives while a commit is under way into the next one. A disk flush costs the same
 * for one as for a hundred, so throughput grows with load while a lone one waits for nobody. Items of one key are never in two commits at
 * once, so none overtakes another. When a batch fails, those it has not settled are each tried alone: one that the database refuses takes no
 * other with it. Answers the way to ask: it settles after commit. Reads that must not be old share in the same way: the one that answers began after
 * it was asked for.
 */
export function shareCommits<Item, Done>(
  write: WriteTogether<Item, Done>,
  keyOf?: (item: Item) => string,
): (item: Item) => Promise<Done> {
  let waiting: Array<Waiting<Item, Done>> = [];
  // Keys of the commits under way.
  const busy = new Set<string>();
  let running = 0;
  let asked = false;
  let timer: NodeJS.Timeout | undefined;

  function pumpSoon() {
    if (asked) return;
    asked = true;
    setImmediate(() => {
      asked = false;
      pump();
    });
  }

  function pump(late = false) {
    while (running < inFlight) {
      if (running > 0 && waiting.length < worthwhile && !late) {
        if (waiting.length > 0) timer ??= setTimeout(pumpLate, patience);
        return;
      }
      const batch = nextBatch();
      if (batch.length === 0) return;
      running++;
      const keys = new Set(keyOf ? batch.map(({ item }) => keyOf(item)) : []);
      for (const key of keys) busy.add(key);
      void writeBatch(batch).finally(() => {
        running--;
        for (const key of keys) busy.delete(key);
        pumpSoon();
      });
    }
  }

  function pumpLate() {
    timer = undefined;
    pump(true);
  }

  /** The oldest that wait and whose key no commit under way holds. */
  function nextBatch() {
    const batch: typeof waiting = [];
    const left: typeof waiting = [];
    for (const it of waiting) {
      if (batch.length < largestBatch && !(keyOf && busy.has(keyOf(it.item)))) batch.push(it);
      else left.push(it);
    }
    waiting = left;
    return batch;
  }

  async function writeBatch(batch: ReadonlyArray<Waiting<Item, Done>>): Promise<void> {
    const left = new Set(batch);
    try {
      await write(
        batch.map((it) => it.item),
        (index, outcome) => {
          const it = batch[index];
          if (!it) return;
          left.delete(it);
          if (outcome instanceof Error) it.reject(outcome);
          else it.resolve(outcome);
        },
      );
      for (const it of left) it.reject(new Error('nothing was said of what came of it'));
    } catch (error) {
      if (batch.length === 1) batch[0]?.reject(error);
      else for (const it of left) await writeBatch([it]);
    }
  }

  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      pumpSoon();
    });
}
