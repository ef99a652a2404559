import { z } from 'zod';
import { ModelFailure } from '../ask/model-port.ts';

/** Fewer numbers tell nothing, more nobody needs. */
const [fewest, mostDimensions] = [8, 4096];

const answer = z.object({
  data: z.array(
    z.object({
      index: z.number().int().optional(),
      embedding: z.array(z.number()).min(fewest).max(mostDimensions),
    }),
  ),
  usage: z.object({ prompt_tokens: z.number().int().nonnegative().optional() }).nullish(),
});

/** What a server said of texts: a direction of length 1 for each, in the order of the texts. */
export interface Embeddings {
  readonly vectors: readonly Float32Array[];
  /** Null where it does not count. */
  readonly tokens: number | null;
}

/**
 * Reads what was answered for so many texts. A server may answer in another order: then it says which is which. Throws ModelFailure for anything but
 * one direction for each text, all of the same dimensions: too few, too many, one twice, what is no number, or all zeros. Pure.
 */
export function readEmbeddings(said: unknown, texts: number): Embeddings {
  const read = answer.safeParse(said);
  if (!read.success || read.data.data.length !== texts) throw new ModelFailure('failed');
  const { data, usage } = read.data;
  const numbered = data.every((it) => it.index !== undefined);
  if (!numbered && data.some((it) => it.index !== undefined)) throw new ModelFailure('failed');
  const inOrder = numbered ? data.toSorted((a, b) => (a.index ?? 0) - (b.index ?? 0)) : data;
  const dimensions = data[0]?.embedding.length;
  const vectors = inOrder.map(({ index, embedding }, at) => {
    const length = Math.hypot(...embedding);
    const sound = (!numbered || index === at) && embedding.length === dimensions && length > 0;
    if (!sound || !Number.isFinite(length)) throw new ModelFailure('failed');
    return Float32Array.from(embedding, (it) => it / length);
  });
  return { vectors, tokens: usage?.prompt_tokens ?? null };
}
