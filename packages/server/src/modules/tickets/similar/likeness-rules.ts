import { type Category, type Likeness, type TicketFields, topCategoryOf } from '@fairlead/contract';
import { searchTokens } from '../../conversations/index.ts';

/** What is known of a case that is worked on. */
export interface Case {
  readonly category: Category | null;
  readonly fields: TicketFields;
  /** What its customer wrote. */
  readonly text: string;
}

/** A case that was solved. */
export interface Solved {
  readonly category: Category;
  readonly subject: string;
  readonly fields: TicketFields;
}

const ids = ['txid', 'order_id', 'address'] as const;
/** What each likeness is worth. One thing alone that many cases share is not enough. */
const worth = { id: 6, error_code: 3, category: 2, asset: 0.4, network: 0.4, words: 3, meaning: 2 };
/** Of the upper level of a category alone. */
const worthOfTop = 0.5;
/** From here on a case is like another. */
export const alike = 2;
/** From this share of a subject's words on the words are a reason. */
const tellingWords = 0.3;

/** Two texts that are nearer than any two matters are, and from here on as near as two about one. */
const [nearer, sameMatter] = [0.5, 1];

/**
 * Why a solved case is like this one, and how much: from `alike` on it is worth to be shown. `nearness` in meaning is what an embeddings model says, as
 * `Nearness` has it. Pure.
 */
export function likenessOf(mine: Case, solved: Solved, nearness = 0): { score: number; because: Likeness[] } {
  const same = (key: keyof TicketFields) =>
    mine.fields[key] !== undefined && mine.fields[key]?.toLowerCase() === solved.fields[key]?.toLowerCase();
  const share = sharedWords(mine.text, `${solved.subject} ${solved.fields.description ?? ''}`);
  const because: Likeness[] = [
    ...(ids.some(same) ? (['id'] as const) : []),
    ...(same('error_code') ? (['error_code'] as const) : []),
    ...(mine.category === solved.category ? (['category'] as const) : []),
    ...(same('asset') ? (['asset'] as const) : []),
    ...(same('network') ? (['network'] as const) : []),
    ...(share >= tellingWords ? (['words'] as const) : []),
    ...(nearness >= sameMatter ? (['meaning'] as const) : []),
  ];
  const top =
    mine.category && mine.category !== solved.category
      ? topCategoryOf(mine.category) === topCategoryOf(solved.category)
      : false;
  const meaning = Math.min(1, Math.max(0, (nearness - nearer) / (sameMatter - nearer)));
  const known = because
    .filter((it) => it !== 'words' && it !== 'meaning')
    .reduce((sum, it) => sum + worth[it], 0);
  const told = share * worth.words + meaning * worth.meaning;
  return { score: known + told + (top ? worthOfTop : 0), because };
}

/** Words of a few letters say little, and pairs of characters much. */
const telling = (token: string) => /[^\p{ASCII}]/u.test(token) || token.length > 3;

/** Which share of a subject's words a text holds: 0 to 1. */
function sharedWords(text: string, subject: string): number {
  const said = new Set(searchTokens(text));
  const asked = searchTokens(subject).filter(telling);
  return asked.length === 0 ? 0 : asked.filter((it) => said.has(it)).length / asked.length;
}
