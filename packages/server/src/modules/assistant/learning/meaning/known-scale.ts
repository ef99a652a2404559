import type { Reader } from '../../../../platform/database/database.ts';
import { embeddingModelOf } from '../../model/embed/embedder.ts';
import { readModel } from '../../model/model-store.ts';
import type { MeaningScale } from './meaning-scale.ts';
import { readScale } from './scale-store.ts';

/** The embeddings model that is set up, and how its directions are read; null where there is none, it was not measured, or it cannot tell matters apart. */
export async function knownScale(reader: Reader): Promise<{ name: string; scale: MeaningScale } | null> {
  const model = embeddingModelOf(await readModel(reader));
  const scale = model && (await readScale(reader, model.name));
  return scale && scale.counts > 0 ? { name: model.name, scale } : null;
}
