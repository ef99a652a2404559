import process from 'node:process';
import {
  askEmbeddings,
  type MeaningScale,
  packVector,
  referenceQuestions,
  scaleOf,
} from '@fairlead/server/testing';

/** Texts of one request, and milliseconds that it may take. */
const [atOnce, patience] = [16, 60_000];

/** An embeddings model as the product would read it. */
interface MeasuredModel {
  readonly scale: MeaningScale;
  /** Where it puts texts, as they would be kept. */
  directionsOf(texts: readonly string[]): Promise<Buffer[]>;
}

/** The embeddings model that the environment names, measured; null where it names none. Throws what the model does wrong. */
export async function namedModel(): Promise<MeasuredModel | null> {
  const [url, model] = [process.env['FAIRLEAD_EMBEDDINGS_AT'], process.env['FAIRLEAD_EMBEDDINGS_MODEL']];
  if (!url || !model) return null;
  const place = { url, model, key: process.env['FAIRLEAD_EMBEDDINGS_KEY'] ?? null };
  const embed = async (texts: readonly string[]) => {
    const vectors: Float32Array[] = [];
    for (let at = 0; at < texts.length; at += atOnce) {
      const part = texts.slice(at, at + atOnce);
      vectors.push(...(await askEmbeddings(place, part, { fetch, milliseconds: patience })).vectors);
    }
    return vectors;
  };
  const questions = referenceQuestions();
  const vectors = await embed(questions.map((it) => it.text));
  const references = questions.flatMap(({ label, language }, at) => {
    const vector = vectors[at];
    return vector ? [{ label, language, vector }] : [];
  });
  return {
    scale: scaleOf(references),
    directionsOf: async (texts) => (await embed(texts)).map(packVector),
  };
}
