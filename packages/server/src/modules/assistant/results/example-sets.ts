import type { ExampleSet, ExampleSetBody } from '@fairlead/contract';
import type { Reader, Tx } from '../../../platform/database/database.ts';
import { fail } from '../../../platform/fail.ts';
import { countBySet, deleteSet, insertSet, listSets, type SetRecord, updateSet } from './set-store.ts';

/** When sets are asked by themselves. */
type Occasion = 'gate' | 'nightly';

/** Which examples are asked: those of these sets, or all where it is null. */
export type AskedSets = ReadonlyArray<Pick<SetRecord, 'id' | 'name'>> | null;

/** The sets that are marked for an occasion; null where all are. Pure. */
export function markedFor(sets: readonly SetRecord[], occasion: Occasion): AskedSets {
  const marked = sets.filter((it) => it[occasion]);
  return marked.length === sets.length ? null : marked;
}

/** The same as a run keeps it: none for all, and how they are called at the time. */
export const setsOfRun = (sets: AskedSets): Array<{ id: string; name: string }> =>
  (sets ?? []).map(({ id, name }) => ({ id, name }));

export const askedFor = async (reader: Reader, occasion: Occasion): Promise<AskedSets> =>
  markedFor(await listSets(reader), occasion);

/** A set by its id, or the usual one. Throws `request.not_found`. */
export async function setOf(reader: Reader, id: string | undefined): Promise<SetRecord> {
  const sets = await listSets(reader);
  const found = sets.find((it) => (id === undefined ? it.usual : it.id === id));
  if (!found) throw fail('request.not_found');
  return found;
}

/** The set of a name, begun where there is none. */
export async function setNamed(tx: Tx, name: string): Promise<SetRecord> {
  const named = (sets: readonly SetRecord[]) =>
    sets.find((it) => it.name.toLowerCase() === name.toLowerCase());
  const found = named(await listSets(tx)) ?? (await insertSet(tx, { name, gate: true, nightly: true }));
  const set = found ?? named(await listSets(tx));
  if (!set) throw new Error('a set was neither there nor begun');
  return set;
}

/** Sets as the console shows them. */
export async function presentSets(reader: Reader): Promise<ExampleSet[]> {
  const [sets, counts] = await Promise.all([listSets(reader), countBySet(reader)]);
  return sets.map((it) => ({ ...it, examples: counts.get(it.id) ?? 0 }));
}

/** Throws `assistant.set_named`. */
export async function addSet(tx: Tx, body: ExampleSetBody): Promise<ExampleSet> {
  const set = await insertSet(tx, body);
  if (!set) throw fail('assistant.set_named', { name: body.name });
  return { ...set, examples: 0 };
}

/** Throws `request.not_found`, `assistant.set_named` and, where one but the usual would have no name, `request.invalid`. */
export async function changeSet(tx: Tx, id: string, body: ExampleSetBody): Promise<ExampleSet> {
  const before = await setOf(tx, id);
  if (body.name === '' && !before.usual) throw fail('request.invalid', { field: 'name' });
  const after = { ...before, ...body };
  if (!(await updateSet(tx, after))) throw fail('assistant.set_named', { name: body.name });
  return { ...after, examples: (await countBySet(tx)).get(id) ?? 0 };
}

/** Removes a set; its examples stay in the usual one, or go with it. Throws `request.not_found` and `assistant.set_usual`. */
export async function removeSet(tx: Tx, id: string, examples: 'keep' | 'remove'): Promise<void> {
  const { usual } = await setOf(tx, id);
  if (usual) throw fail('assistant.set_usual');
  await deleteSet(tx, id, examples === 'remove' ? null : (await setOf(tx, undefined)).id);
}
