import { failureOf } from '../ask/failure-of.ts';
import { ModelFailure } from '../ask/model-port.ts';
import { type Embeddings, readEmbeddings } from './read-embeddings.ts';

/** Where embeddings are asked for: whatever speaks OpenAI's `POST /embeddings`. */
export interface EmbeddingsPlace {
  readonly url: string;
  readonly model: string;
  readonly key: string | null;
}

/**
 * Asks for the directions of texts, within so many milliseconds. Not by the AI SDK, which takes them in the order in which they are answered, whatever
 * that says. Throws ModelFailure.
 */
export async function askEmbeddings(
  { url, model, key }: EmbeddingsPlace,
  texts: readonly string[],
  { fetch, milliseconds }: { fetch: typeof globalThis.fetch; milliseconds: number },
): Promise<Embeddings> {
  try {
    const response = await fetch(`${url.replace(/\/+$/, '')}/embeddings`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/json',
        ...(key !== null && { authorization: `Bearer ${key}` }),
      },
      body: JSON.stringify({ model, input: texts, encoding_format: 'float' }),
      // It takes whole ones only, and what is left of a longer time is seldom one.
      signal: AbortSignal.timeout(Math.ceil(milliseconds)),
    });
    if (response.status !== 200) {
      await response.body?.cancel();
      const { outcome, status } = failureOf({ statusCode: response.status });
      throw new ModelFailure(outcome, status);
    }
    return readEmbeddings(await response.json(), texts.length);
  } catch (error) {
    throw error instanceof ModelFailure ? error : failureOf(error);
  }
}
