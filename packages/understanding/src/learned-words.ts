import { conceptFinder } from './concept-finder.ts';
import type { Concept } from './concept-table.ts';

/**
 * Reads texts as if what people have come to call a thing were what it was called when the model was trained: behind the text stands the usual word of each concept
 * that it names by a new one, in the language of that word, else in English. Concepts that are new altogether mean nothing to a model. Pure.
 */
export function wordsLearned(known: readonly Concept[], now: readonly Concept[]): (text: string) => string {
  const before = new Map(known.map((it) => [it.id, it.terms]));
  const usual = new Map<string, string>();
  const fresh: Concept[] = [];
  for (const { id, terms } of now) {
    const old = before.get(id);
    if (!old) continue;
    const all = new Set(Object.values(old).flat());
    for (const [locale, texts] of Object.entries(terms)) {
      const said = old[locale]?.[0] ?? old['en']?.[0];
      const added = texts.filter((it) => !all.has(it));
      if (said === undefined || added.length === 0) continue;
      const key = `${id} ${locale}`;
      usual.set(key, said);
      fresh.push({ id: key, terms: { [locale]: added } });
    }
  }
  if (fresh.length === 0) return (text) => text;
  const find = conceptFinder(fresh);
  return (text) => [text, ...find(text).flatMap((key) => usual.get(key) ?? [])].join(' ');
}
