import type { Reader } from '../../../platform/database/database.ts';
import { listExamples } from './example-store.ts';

/** What examples say, for who looks for figures that have changed: what customers are held to have written, and the note. */
export async function exampleTexts(reader: Reader) {
  return (await listExamples(reader)).map(({ id, locale, earlier, text, note }) => ({
    subjectId: id,
    locale,
    title: text.slice(0, 120),
    body: [...earlier, text, note].join('\n\n'),
  }));
}
