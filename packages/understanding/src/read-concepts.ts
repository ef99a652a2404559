import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Concept } from './concept-table.ts';

const glossary = fileURLToPath(new URL('../../../articles/glossary.json', import.meta.url));
const folder = fileURLToPath(new URL('../lexicon/', import.meta.url));

/** What customers speak of: the help center's glossary, and the words of asking and of trouble (`lexicon/<locale>.json`: concept to beginnings of words). */
export function readConcepts(): Concept[] {
  const { concepts } = JSON.parse(readFileSync(glossary, 'utf8')) as { concepts: Concept[] };
  const lexicon = new Map<string, Record<string, string[]>>();
  for (const name of readdirSync(folder).sort()) {
    const words = JSON.parse(readFileSync(folder + name, 'utf8')) as Record<string, string[]>;
    for (const [id, terms] of Object.entries(words))
      lexicon.set(id, { ...lexicon.get(id), [name.replace('.json', '')]: terms });
  }
  // Both have a `deposit`, by other words.
  return [...concepts, ...[...lexicon].map(([id, terms]) => ({ id: `${id}*`, terms }))];
}
