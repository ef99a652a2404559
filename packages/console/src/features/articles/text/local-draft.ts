import type { ArticleText, Locale } from '@fairlead/contract';

/** A text that is not saved yet, and the revision on which it was written; null for the first in its language. */
export interface LocalDraft {
  readonly text: ArticleText;
  readonly basedOn: string | null;
}

/** Where this browser keeps what an agent has not saved of a translation. */
export const draftKey = (agentId: string, articleId: string, locale: Locale): string =>
  `fairlead.article.${agentId}.${articleId}.${locale}`;

/** What is kept there; null where there is nothing that can be read. */
export function readLocalDraft(storage: Storage, key: string): LocalDraft | null {
  try {
    const kept: unknown = JSON.parse(storage.getItem(key) ?? 'null');
    if (typeof kept !== 'object' || kept === null || !('text' in kept) || !('basedOn' in kept)) return null;
    const { text, basedOn } = kept;
    if (typeof text !== 'object' || text === null || (basedOn !== null && typeof basedOn !== 'string'))
      return null;
    const of = (name: string): string => {
      const value: unknown = Object.entries(text).find(([own]) => own === name)?.[1];
      if (typeof value !== 'string') throw new Error(`a draft without ${name}`);
      return value;
    };
    return { text: { title: of('title'), summary: of('summary'), body: of('body') }, basedOn };
  } catch {
    return null;
  }
}

/** Keeps it, or forgets it where there is nothing to keep. A browser that keeps nothing is no reason to stop writing. */
export function writeLocalDraft(storage: Storage, key: string, draft: LocalDraft | null): void {
  try {
    if (draft) storage.setItem(key, JSON.stringify(draft));
    else storage.removeItem(key);
  } catch {
    // Full or switched off.
  }
}

/** Whether two texts say the same. */
export const sameText = (a: ArticleText, b: ArticleText): boolean =>
  a.title.trim() === b.title.trim() && a.summary.trim() === b.summary.trim() && a.body === b.body;
