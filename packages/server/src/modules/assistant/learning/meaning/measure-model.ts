import type { ModelOutcome } from '@fairlead/contract';
import type { Embedder, EmbeddingModel } from '../../model/embed/embedder.ts';
import { type MeaningScale, scaleOf } from './meaning-scale.ts';
import { referenceQuestions } from './reference-questions.ts';

/** What came of measuring a model. */
interface Measured {
  readonly outcome: ModelOutcome;
  readonly status: number | null;
  /** Null where it did not tell of all. */
  readonly scale: MeaningScale | null;
}

/** Asks a model about the questions that came along, and measures it by what it says. */
export async function measureModel(
  embedder: Embedder,
  model: EmbeddingModel,
  { spenderId, within }: { spenderId: string; within: number },
): Promise<Measured> {
  const questions = referenceQuestions();
  const { outcome, status, vectors } = await embedder.embed({
    model,
    texts: questions.map(({ text }) => ({ text, noted: text })),
    spenderId,
    within,
  });
  const references = questions.flatMap(({ label, language }, at) => {
    const vector = vectors[at];
    return vector ? [{ label, language, vector }] : [];
  });
  const whole = references.length === questions.length;
  return { outcome, status, scale: whole ? scaleOf(references) : null };
}
