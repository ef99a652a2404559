import type { Entity, Spotted } from './entity.ts';
import { recogniseAmounts } from './recognise-amounts.ts';
import { recogniseIds } from './recognise-ids.ts';
import { recogniseErrors, recogniseOrders } from './recognise-labelled.ts';

/** Characters of one text that are looked at. */
const longest = 20_000;

/**
 * Transaction ids, addresses, amounts, numbers of orders and codes of errors in a text of a language (`zh`, `vi`). A network is named only where
 * a checksum proves it, and an amount has a value only where it can be read in one way.
 */
export function recogniseEntities(text: string, language: string): Entity[] {
  // Full-width digits and letters are the same to whoever types them.
  const words = text.slice(0, longest).normalize('NFKC');
  const ids = recogniseIds(words);
  const taken = new Set(ids.map((it) => it.text));
  const rest = new Map<string, Entity>();
  for (const [at, { entity }] of spotOthers(words, language).entries()) {
    const { kind, text } = entity;
    // Who names an amount twice may mean two.
    const key = kind === 'amount' ? `${at}` : `${kind} ${text}`;
    if (!taken.has(text) && !rest.has(key)) rest.set(key, entity);
  }
  return [...ids, ...rest.values()];
}

/** Amounts, numbers of orders and codes of errors, wherever they stand. */
export const spotOthers = (words: string, language: string): Spotted[] => [
  ...recogniseAmounts(words, language),
  ...recogniseOrders(words),
  ...recogniseErrors(words),
];
