import { type FormBook, makeFormBook, shippedBook } from '@fairlead/contract';
import type { Reader } from '../../../platform/database/database.ts';
import { type FormsRecord, lastEdition, readEdition } from './form-store.ts';

/** Forms with the book that they make. */
interface Edition extends FormsRecord {
  readonly book: FormBook;
}

const unchanged: Edition = { forms: [], known: {}, book: shippedBook };
/** Editions that a node remembers: the last, and what transactions that began before it still ask for. */
const remembered = 4;
/** By an id that is nowhere else, and never change; so it does not matter which database they are of. */
const editions = new Map<string, Promise<Edition>>();

/**
 * What tickets are asked now. Which edition is the last is asked every time, so that a change holds on every node from its commit on; what it
 * says is read once a node.
 */
export async function readForms(reader: Reader): Promise<Edition> {
  const last = await lastEdition(reader);
  if (!last) return unchanged;
  const kept = editions.get(last.id);
  if (kept) return kept;
  const read = readEdition(reader, last.edition).then((forms) => ({ ...forms, book: bookOf(forms) }));
  editions.set(last.id, read);
  for (const id of [...editions.keys()].slice(0, -remembered)) editions.delete(id);
  // What could not be read is read again by the next who asks.
  read.catch(() => editions.delete(last.id));
  return read;
}

/** The one source of what tickets are asked. */
export async function readFormBook(reader: Reader): Promise<FormBook> {
  return (await readForms(reader)).book;
}

const bookOf = ({ forms, known }: FormsRecord): FormBook =>
  makeFormBook(
    Object.fromEntries(forms.flatMap(({ category, fields }) => (fields ? [[category, fields]] : []))),
    known,
  );
