import type { ArticleRevision, ArticleText, Locale } from '@fairlead/contract';
import { useEffect, useState } from 'react';
import { useMe } from '../../../session.tsx';
import { draftKey, type LocalDraft, readLocalDraft, sameText, writeLocalDraft } from './local-draft.ts';

export interface WrittenText {
  text: ArticleText;
  /** The revision on which it was written; null for the first in its language. */
  basedOn: string | null;
  /** Whether it says something else than what is saved. */
  changed: boolean;
  /** It was begun before this page was opened. */
  recovered: boolean;
  write: (change: Partial<ArticleText>) => void;
  /** Takes what is saved instead. */
  discard: () => void;
  /** The text as it was sent is saved as that revision; what was written since stays. */
  accept: (sent: ArticleText, revisionId: string) => void;
}

const nothing: ArticleText = { title: '', summary: '', body: '' };

/** The text that an agent writes in one language, kept in this browser until it is saved. */
export function useText(articleId: string, locale: Locale, saved: ArticleRevision | null): WrittenText {
  const me = useMe();
  const key = draftKey(me.agent.id, articleId, locale);
  const [mine, setMine] = useState<LocalDraft | null>(() => readLocalDraft(localStorage, key));
  const [recovered, setRecovered] = useState(mine !== null);
  const base: ArticleText = saved ?? nothing;
  const changed = mine !== null && !sameText(mine.text, base);
  useEffect(() => writeLocalDraft(localStorage, key, changed ? mine : null), [key, mine, changed]);
  return {
    text: mine?.text ?? base,
    basedOn: changed ? mine.basedOn : (saved?.id ?? null),
    changed,
    recovered: recovered && changed,
    write: (change) =>
      setMine((before) => {
        const { title, summary, body } = before?.text ?? base;
        const written = before && !sameText(before.text, base) ? before.basedOn : (saved?.id ?? null);
        return { text: { title, summary, body, ...change }, basedOn: written };
      }),
    discard: () => {
      setMine(null);
      setRecovered(false);
    },
    accept: (sent, revisionId) => {
      setRecovered(false);
      setMine((before) =>
        before && !sameText(before.text, sent) ? { ...before, basedOn: revisionId } : null,
      );
    },
  };
}
