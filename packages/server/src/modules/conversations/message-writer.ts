import { Failure } from '../../platform/fail.ts';
import type { Platform } from '../../platform/platform.ts';
import type { Post, Posted } from './decide-post.ts';
import { writePlain } from './write-plain.ts';
import { writePosts } from './write-posts.ts';

/**
 * Writes messages, several in one commit: those that arrive while a commit is under way share the next one. A disk flush costs the
 * same for one message as for a hundred, so throughput grows with load while a lone message waits for nobody.
 */
export interface MessageWriter {
  /** Settles after commit: with what was written (or had been, under the same key), or with the refusal. */
  post(post: Post): Promise<Posted>;
}

/** Two commits under way keep the disk busy while the next batch is prepared; more only make batches smaller. */
const inFlight = 2;
/** So that one batch never takes everything that waits, and the next is prepared while it is committed. */
const largestBatch = 128;

interface Waiting {
  post: Post;
  resolve: (posted: Posted) => void;
  reject: (error: unknown) => void;
}

export function createMessageWriter(platform: Platform): MessageWriter {
  let waiting: Waiting[] = [];
  // Conversations of the commits under way: their next messages wait, so that nobody's messages overtake each other.
  const busy = new Set<string>();
  let running = 0;

  function pump() {
    while (running < inFlight) {
      const batch = nextBatch();
      if (batch.length === 0) return;
      running++;
      const ids = new Set(batch.map((it) => it.post.conversationId));
      for (const id of ids) busy.add(id);
      void writeBatch(batch).finally(() => {
        running--;
        for (const id of ids) busy.delete(id);
        pump();
      });
    }
  }

  /** The oldest waiting messages of conversations that no commit under way holds. */
  function nextBatch(): Waiting[] {
    const batch: Waiting[] = [];
    const left: Waiting[] = [];
    for (const item of waiting) {
      if (batch.length < largestBatch && !busy.has(item.post.conversationId)) batch.push(item);
      else left.push(item);
    }
    waiting = left;
    return batch;
  }

  async function writeBatch(batch: Waiting[]) {
    platform.metrics.commitBatch.observe(batch.length);
    const left = settle(batch, await writePlain(platform, batch.map(postOf)));
    if (left.length > 0) await writeCarefully(left);
  }

  async function writeCarefully(batch: Waiting[]) {
    try {
      settle(batch, await platform.database.write((tx) => writePosts(tx, platform, batch.map(postOf))));
    } catch (error) {
      // One message that the database refuses must not take the others with it.
      if (batch.length === 1) batch[0]?.reject(error);
      else for (const item of batch) await writeCarefully([item]);
    }
  }

  return {
    post: (post) =>
      new Promise((resolve, reject) => {
        waiting.push({ post, resolve, reject });
        pump();
      }),
  };
}

const postOf = (item: Waiting) => item.post;

/** Tells each what became of its post; answers those of which nothing is known yet. */
function settle(batch: readonly Waiting[], outcomes: ReadonlyArray<Posted | Failure | undefined>): Waiting[] {
  return batch.filter((item, index) => {
    const outcome = outcomes[index];
    if (outcome instanceof Failure) item.reject(outcome);
    else if (outcome) item.resolve(outcome);
    return outcome === undefined;
  });
}
