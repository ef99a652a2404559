import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { ConceptTable } from './concept-table.ts';
import { packArrays, unpackArrays } from './packed-arrays.ts';

/** Where what `readConcepts` tells of lies, prepared to be found (`npm run train`): words are made plain once, and not whenever a process begins. */
export const conceptFile = fileURLToPath(new URL('../model/concepts.bin', import.meta.url));

const mark = 'fairlead-concepts-1\n';

interface Head {
  readonly ids: readonly string[];
  readonly places: number;
  readonly terms: number;
  readonly meant: number;
}

/** Prepared concepts as bytes: the same concepts give the same. */
export function writeConcepts({ ids, tree, begins, meant, anywhere }: ConceptTable): Uint8Array {
  const head: Head = { ids, places: tree.units.length, terms: anywhere.length, meant: meant.length };
  return packArrays(mark, head, [tree.units, tree.behind, tree.ends, begins, meant, anywhere]);
}

/** The prepared concepts that came along. Throws where they were not made. */
export function readShippedConcepts(): ConceptTable {
  const { head, take } = unpackArrays<Head>(mark, readFileSync(conceptFile));
  const { ids, places, terms, meant } = head;
  return {
    ids,
    tree: {
      units: new Uint16Array(take(places * 2)),
      behind: new Uint32Array(take((places + 1) * 4)),
      ends: new Uint32Array(take(places * 4)),
    },
    begins: new Uint32Array(take((terms + 1) * 4)),
    meant: new Uint16Array(take(meant * 2)),
    anywhere: new Uint8Array(take(terms)),
  };
}
