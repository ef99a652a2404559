import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import {
  conceptFile,
  conceptTable,
  intentModelFile,
  readConcepts,
  writeConcepts,
  writeModel,
} from '@fairlead/understanding';
import { root } from './run-step.ts';
import { trainSideBySide } from './train-side-by-side.ts';

const stamp = join(dirname(intentModelFile), 'intents.stamp');
/** What the model is made from. */
const sources = [
  'packages/understanding/src',
  'packages/understanding/utterances',
  'packages/understanding/lexicon',
];
/**
 * What lies beside it and has no part in training, by hand, since nothing that is learned passes through them: the trainer (`train-model.ts`,
 * `text-features.ts`, `concept-finder.ts`, ...) imports none of these folders, and the door only names what others may use.
 */
const apart = new Set(['entities', 'language', 'signals', 'index.ts', 'read-held-out.ts']);

/** What the model was not made from: it is to be trained again. Empty where all is well. */
export function checkIntentModel(): string[] {
  const made = existsSync(stamp) ? readFileSync(stamp, 'utf8').trim() : '';
  return made === stampOf()
    ? []
    : ['the model of intents is not made of what it should be made of: npm run train'];
}

async function train(): Promise<void> {
  const begun = performance.now();
  const { model, heldBack } = await trainSideBySide();
  const right = heldBack.filter(({ scores, label }) => scores.indexOf(Math.max(...scores)) === label).length;
  await mkdir(dirname(intentModelFile), { recursive: true });
  await writeFile(intentModelFile, writeModel(model));
  await writeFile(conceptFile, writeConcepts(conceptTable(readConcepts())));
  await writeFile(stamp, `${stampOf()}\n`);
  console.log(
    `${heldBack.length} utterances, ${model.labels.length} intents, ${model.space.hashes.length} features, ` +
      `${((performance.now() - begun) / 1000).toFixed(0)} s; ${((100 * right) / heldBack.length).toFixed(1)} % right of those held back`,
  );
}

function stampOf(): string {
  const hash = createHash('sha256').update(readFileSync(join(root, 'articles/glossary.json')));
  for (const folder of sources)
    for (const name of readdirSync(join(root, folder)).sort())
      if (!apart.has(name) && !name.endsWith('.test.ts'))
        hash.update(name).update(readFileSync(join(root, folder, name)));
  return hash.digest('hex');
}

if (import.meta.main) await train();
