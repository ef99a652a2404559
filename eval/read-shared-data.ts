import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = process.env['FAIRLEAD_EVALUATION_DATA'] ?? join(import.meta.dirname, '../../shared/data');

interface Texts {
  readonly name: string;
  readonly texts: readonly string[];
}

/** What stands in one of the sets that are shared between projects; null where it is absent. */
function read(path: string): string | null {
  const file = join(folder, path);
  return existsSync(file) ? readFileSync(file, 'utf8') : null;
}

const linesOf = <T>(text: string): T[] =>
  text.split('\n').flatMap((line) => (line.trim() === '' ? [] : [JSON.parse(line) as T]));

const withoutLabel = (line: string) => line.slice(0, Math.max(0, line.lastIndexOf(',')));

/** What people ask banks and assistants, in English. */
export function readSupportQuestions(): Texts | null {
  const [banking, clinc] = [read('banking77/train.csv'), read('clinc150/train_val.json')];
  if (!banking || !clinc) return null;
  const asked = Object.values(JSON.parse(clinc) as Record<string, Array<[string, string]>>).flat();
  return {
    name: 'banking77 and clinc150',
    texts: [...banking.split('\n').map(withoutLabel), ...asked.map(([text]) => text)],
  };
}

/** Articles on wallets and keys, paragraph by paragraph, in English. */
export function readKnowledgeBase(): Texts | null {
  const text = read('mycrypto-kb/articles.jsonl');
  if (!text) return null;
  const texts = linesOf<{ body: string }>(text).flatMap(({ body }) => body.split('\n\n'));
  return { name: 'mycrypto-kb', texts };
}

/** Personal data as Presidio's tests have it: a text, by what it is to be recognised, and how often it is there. */
export function readPersonalData(): Array<{ recognizer: string; text: string; expected: number }> | null {
  const text = read('pii/cases.jsonl');
  if (!text) return null;
  const kinds = new Set([
    'credit_card',
    'es_nif',
    'es_nie',
    'kr_rrn',
    'th_tnin',
    'tr_national_id',
    'crypto',
    'phone',
    'date',
    'ip',
  ]);
  return linesOf<{ recognizer: string; text: string; expected_len: number }>(text)
    .filter(({ recognizer }) => kinds.has(recognizer))
    .map(({ recognizer, text, expected_len }) => ({ recognizer, text, expected: expected_len }));
}
