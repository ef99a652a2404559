import type { ModelOutcome } from '@fairlead/contract';
import type { Database } from '../../../../platform/database/database.ts';
import { type Embedder, type EmbeddingModel, nightWork } from '../../model/embed/embedder.ts';
import { packVector } from '../../model/embed/pack-vector.ts';
import { keepEmbeddings, listUnembedded } from '../question-store.ts';
import type { MeaningScale } from './meaning-scale.ts';
import { measureModel } from './measure-model.ts';
import { forgetScale, readScale, writeScale } from './scale-store.ts';

/** Questions that are made up for in one gathering: all that were kept before a model was set up, some nights later. */
const madeUpFor = 800;

/** A model of which it is known how its directions are read. */
export interface Meaning {
  /** Null: it cannot tell matters apart, or could not be measured. Then questions go without. */
  readonly scale: MeaningScale | null;
  readonly name: string;
  /** How it went so far. */
  readonly outcome: ModelOutcome;
  /** Directions of texts, for as many as it gives some: of none more once it has failed. */
  directionsOf(texts: readonly QuestionText[]): Promise<ReadonlyMap<string, Buffer>>;
}

interface QuestionText {
  readonly id: string;
  readonly text: string;
}

/**
 * Gets the model that is set up ready for a gathering, within so many milliseconds in all: measures it where it is new, and has questions that are
 * kept put where it puts them. Null where none is set up. Never throws for what a server does.
 */
export async function readyMeaning(
  database: Database,
  embedder: Embedder,
  within: number,
): Promise<Meaning | null> {
  const meaning = await openMeaning(database, embedder, within);
  if (meaning?.scale) {
    const older = await listUnembedded(database.reader(), meaning.name, madeUpFor);
    const found = await meaning.directionsOf(older);
    if (found.size > 0) await database.write((tx) => keepEmbeddings(tx, meaning.name, found));
  }
  return meaning;
}

/** The model that is set up, measured where it is new; it may take so many milliseconds in all. Null where none is set up. Never throws for what a server does. */
export async function openMeaning(
  database: Database,
  embedder: Embedder,
  within: number,
): Promise<Meaning | null> {
  const model = await embedder.current();
  if (!model) return null;
  const until = performance.now() + within;
  const left = () => Math.max(0, until - performance.now());
  const { outcome, scale } = await scaleFor(database, embedder, model, left());
  return createMeaning(database, embedder, model, { outcome, scale, left });
}

async function scaleFor(database: Database, embedder: Embedder, model: EmbeddingModel, within: number) {
  const known = await readScale(database.reader(), model.name);
  if (known) return { outcome: 'answered' as const, scale: known };
  const { outcome, scale } = await measureModel(embedder, model, { spenderId: nightWork, within });
  if (scale) await database.write((tx) => writeScale(tx, model.name, scale));
  return { outcome, scale };
}

function createMeaning(
  database: Database,
  embedder: Embedder,
  model: EmbeddingModel,
  { outcome, scale, left }: { outcome: ModelOutcome; scale: MeaningScale | null; left: () => number },
): Meaning {
  let last = outcome;
  return {
    scale: scale && scale.counts > 0 ? scale : null,
    name: model.name,
    get outcome() {
      return last;
    },
    async directionsOf(texts) {
      const found = new Map<string, Buffer>();
      if (!scale || scale.counts === 0 || last !== 'answered' || texts.length === 0) return found;
      const embedded = await embedder.embed({
        model,
        texts: texts.map(({ id, text }) => ({ text, noted: id })),
        spenderId: nightWork,
        within: left(),
      });
      last = embedded.outcome;
      if (embedded.vectors.some((it) => it.length !== scale.dimensions)) {
        last = 'failed';
        await database.write(forgetScale);
        return found;
      }
      for (const [at, vector] of embedded.vectors.entries()) {
        const id = texts[at]?.id;
        if (id !== undefined) found.set(id, packVector(vector));
      }
      return found;
    },
  };
}
