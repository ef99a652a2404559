import { readShippedConcepts } from './concept-file.ts';
import { type Concept, conceptsOf, conceptTable } from './concept-table.ts';

/** Finds the concepts of which a text speaks, whatever its language: their ids, each once, sorted. */
export type ConceptFinder = (text: string) => string[];

/** Prepares the terms of all languages at once: people mix them. A search takes a time that grows with the text only. */
export function conceptFinder(concepts: readonly Concept[]): ConceptFinder {
  const table = conceptTable(concepts);
  return (text) => conceptsOf(table, text);
}

let shipped: ConceptFinder | undefined;

/** Finds what `readConcepts` tells of, by what `npm run train` has prepared of it: it is at hand in a few milliseconds. Throws where that was not made. */
export function shippedConceptFinder(): ConceptFinder {
  if (shipped) return shipped;
  const table = readShippedConcepts();
  shipped = (text) => conceptsOf(table, text);
  return shipped;
}
