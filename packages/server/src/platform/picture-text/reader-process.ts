import process from 'node:process';
import sharp from 'sharp';
import { UnreadablePicture } from './grey-picture.ts';
import { modelOf, type ReadingModel } from './language-data.ts';
import { readPicture } from './read-picture.ts';
import { type Answer, order } from './reader-messages.ts';
import { createReadingEngine, type ReadingEngine } from './reading-engine.ts';

// The process of picture-reader.ts: reads one picture after the other, and knows nothing else of the installation.
sharp.concurrency(1);
sharp.cache(false);

let english: Promise<ReadingEngine> | undefined;
let other: { model: ReadingModel; engine: ReadingEngine } | undefined;

/** English stays, and the language that was read last. */
async function engineOf(model: ReadingModel): Promise<ReadingEngine> {
  if (model === 'eng') {
    english ??= createReadingEngine(model);
    return english;
  }
  if (other?.model !== model) {
    other?.engine.close();
    other = { model, engine: await createReadingEngine(model) };
  }
  return other.engine;
}

async function answer(message: unknown): Promise<Answer> {
  const { bytes, language } = order.parse(message);
  try {
    const text = await readPicture(bytes, modelOf(language), engineOf);
    return { outcome: 'read', text, memory: process.memoryUsage().rss };
  } catch (error) {
    if (error instanceof UnreadablePicture) return { outcome: 'unreadable', reason: error.message };
    throw error;
  }
}

process.on('message', (message) => {
  answer(message).then(
    (it) => process.send?.(it),
    // Whatever state the engine is in, the next picture gets another.
    () => process.exit(1),
  );
});
process.on('disconnect', () => process.exit(0));
