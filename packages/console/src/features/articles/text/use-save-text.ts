import {
  type ArticleRevision,
  type ArticleTranslation,
  CallError,
  endpoints,
  type Locale,
  maximumBodyLength,
} from '@fairlead/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../../api.ts';
import { refetchArticle, translationQuery } from '../article-queries.ts';
import type { WrittenText } from './use-text.ts';

interface SaveInput {
  articleId: string;
  locale: Locale;
  written: WrittenText;
  /** The revision of the source up to which it is translated; undefined leaves that as it was. */
  followsId: string | undefined;
}

export interface SaveText {
  /** Saves, and answers what is saved; undefined where it was not. */
  run: () => Promise<ArticleTranslation | undefined>;
  isPending: boolean;
  error: unknown;
  /** Somebody tried to save. */
  tried: boolean;
  /** What somebody else saved meanwhile, until it is decided whose text stands. */
  theirs: ArticleRevision | null;
  keepMine: () => void;
  takeTheirs: () => void;
  decideLater: () => void;
}

/** Saves what is written in one language. Where somebody else saved meanwhile, whoever writes decides which text stands. */
export function useSaveText({ articleId, locale, written, followsId }: SaveInput): SaveText {
  const client = useQueryClient();
  const params = { id: articleId, locale };
  const [tried, setTried] = useState(false);
  const [theirs, setTheirs] = useState<ArticleRevision | null>(null);
  const save = useMutation({
    mutationFn: async (basedOn: string | null) => {
      const { text } = written;
      const body = { text, basedOn, ...(followsId ? { followsId } : {}) };
      return { sent: text, saved: await call(endpoints.articles.save, { params, body }) };
    },
    onSuccess: async ({ sent, saved }) => {
      client.setQueryData(translationQuery(articleId, locale).queryKey, saved);
      setTheirs(null);
      setTried(false);
      // A first text in a language is on screen only once the article names that language.
      await refetchArticle(client, articleId);
      written.accept(sent, saved.revisionId);
    },
    onError: async (error) => {
      if (!(error instanceof CallError && error.code === 'article.changed')) return;
      const now = await client.fetchQuery({ ...translationQuery(articleId, locale), staleTime: 0 });
      setTheirs(now.revision);
    },
  });
  const run = async (basedOn: string | null) => {
    setTried(true);
    if (!written.text.title.trim() || written.text.body.length > maximumBodyLength) return undefined;
    try {
      return (await save.mutateAsync(basedOn)).saved;
    } catch {
      // It stands in `error`, or in `theirs`.
      return undefined;
    }
  };
  return {
    run: () => run(written.basedOn),
    isPending: save.isPending,
    error: theirs ? null : save.error,
    tried,
    theirs,
    keepMine: () => void (theirs && run(theirs.id)),
    takeTheirs: () => {
      written.discard();
      setTheirs(null);
      save.reset();
    },
    decideLater: () => setTheirs(null),
  };
}
