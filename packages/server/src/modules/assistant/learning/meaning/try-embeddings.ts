import type { endpoints, ResponseOf } from '@fairlead/contract';
import { fail } from '../../../../platform/fail.ts';
import { type Embedder, embeddingModelOf } from '../../model/embed/embedder.ts';
import type { KeptModel } from '../../model/model-store.ts';
import { measureModel } from './measure-model.ts';

/** Milliseconds that whoever tries it waits. */
const patience = 30_000;

/** Measures an embeddings model as it is set up, and says what came of it. Throws `request.invalid` where none is named. */
export async function tryEmbeddings(
  embedder: Embedder,
  kept: KeptModel,
  agentId: string,
): Promise<ResponseOf<typeof endpoints.assistant.tryEmbeddings>> {
  const model = embeddingModelOf(kept);
  if (!model) throw fail('request.invalid', { field: 'embeddings' });
  const begun = performance.now();
  const { outcome, status, scale } = await measureModel(embedder, model, {
    spenderId: agentId,
    within: patience,
  });
  return {
    outcome,
    status,
    milliseconds: performance.now() - begun,
    found: scale && { dimensions: scale.dimensions, right: scale.right, counts: scale.counts },
  };
}
