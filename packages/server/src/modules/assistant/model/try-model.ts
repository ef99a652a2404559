import type { endpoints, ResponseOf } from '@fairlead/contract';
import type { OpenModel } from './answer-writer.ts';
import { failureOf } from './ask/failure-of.ts';
import { ModelFailure } from './ask/model-port.ts';
import type { KeptModel } from './model-store.ts';

/** A question that costs next to nothing. */
const prompt = { system: 'Answer with one word.', data: 'Say: ready' };

/** Asks a model for a word, and says what came of it. */
export async function tryModel(
  model: KeptModel,
  open: OpenModel,
): Promise<ResponseOf<typeof endpoints.assistant.tryModel>> {
  const begun = performance.now();
  const total = model.seconds * 1000;
  const stop = new AbortController();
  let written = '';
  try {
    const asking = await open(model);
    const patience = { first: total, between: total, total };
    for await (const part of asking.write({ prompt, tool: null, patience, signal: stop.signal })) {
      if (part.kind === 'text') written += part.text;
      if (written.length > longest) break;
    }
  } catch (error) {
    const { outcome, status } = error instanceof ModelFailure ? error : failureOf(error);
    return { outcome, status, milliseconds: performance.now() - begun };
  } finally {
    stop.abort();
  }
  const outcome = written.trim() === '' ? 'no_answer' : written.length > longest ? 'too_long' : 'answered';
  return { outcome, status: null, milliseconds: performance.now() - begun };
}

/** Whoever writes more for a word will not be short with customers either. */
const longest = 2_000;
