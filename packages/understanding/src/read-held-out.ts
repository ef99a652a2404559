import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Utterance } from './read-utterances.ts';

const folder = fileURLToPath(new URL('../../../eval/held-out-utterances/', import.meta.url));

/** What the classifier is measured by and never learns from, language by language. Throws where it does not lie beside the product. */
export function readHeldOut(): Utterance[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .flatMap((name) => {
      const intents = JSON.parse(readFileSync(folder + name, 'utf8')) as Record<string, string[]>;
      const locale = name.replace('.json', '');
      return Object.entries(intents).flatMap(([label, texts]) =>
        texts.map((text) => ({ text: text.trim(), label, locale })),
      );
    });
}
