import { type ArticleHit, endpoints, type Locale } from '@fairlead/contract';
import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, type RefObject, useId, useState } from 'react';
import { call } from '../../api.ts';
import type { DraftPart, MessageKind } from '../inbox/composer/draft-store.ts';
import { type ArticleQuery, articleQuery, withArticle } from './article-query.ts';

const shown = 6;

/** Articles that answer a text, the best first, those of a language before others. */
const foundArticlesQuery = (text: string, locale: Locale) =>
  queryOptions({
    queryKey: ['help', 'search', locale, text],
    queryFn: async ({ signal }) =>
      (
        await call(endpoints.help.search, {
          query: { text, locale, limit: shown, place: 'agents' },
          signal,
        })
      ).items,
    staleTime: 60_000,
  });

interface ArticleMenuInput {
  kind: MessageKind;
  /** The customer's language. */
  locale: Locale;
  part: DraftPart;
  field: RefObject<HTMLTextAreaElement | null>;
  onWrite: (change: Partial<DraftPart>) => void;
}

export interface ArticleMenuState {
  listId: string;
  found: readonly ArticleHit[];
  /** The one that Enter puts in; undefined while no menu is open. */
  chosen: ArticleHit | undefined;
  setActive: (index: number) => void;
  /** What only agents may read is not put into what the customer reads. */
  fits: (article: ArticleHit) => boolean;
  put: (article: ArticleHit) => void;
  /** Looks at what stands before the caret. */
  look: (text: string, caret: number) => void;
  /** Answers whether the key was for the menu. */
  press: (event: KeyboardEvent) => boolean;
  close: () => void;
}

/** The menu of articles that a `#` opens in the composer. */
export function useArticleMenu({ kind, locale, part, field, onWrite }: ArticleMenuInput): ArticleMenuState {
  const listId = useId();
  const [query, setQuery] = useState<ArticleQuery | null>(null);
  const [active, setActive] = useState(0);
  const text = query?.text.trim() ?? '';
  const { data = [] } = useQuery({
    ...foundArticlesQuery(text, locale),
    enabled: text !== '',
    placeholderData: keepPreviousData,
  });
  const found = text === '' ? [] : data;
  const chosen = found[Math.min(active, found.length - 1)];
  const fits = ({ visibility }: ArticleHit) => kind === 'note' || visibility !== 'agents';

  const put = (article: ArticleHit) => {
    if (!query || !fits(article)) return;
    setQuery(null);
    const [written, caret] = withArticle(part.text, query, article);
    onWrite({ text: written });
    requestAnimationFrame(() => {
      field.current?.focus();
      field.current?.setSelectionRange(caret, caret);
    });
  };
  return {
    listId,
    found,
    chosen,
    setActive,
    fits,
    put,
    look(written, caret) {
      setQuery(articleQuery(written, caret));
      setActive(0);
    },
    press(event) {
      if (!chosen) return false;
      if (event.key === 'ArrowDown') setActive((active + 1) % found.length);
      else if (event.key === 'ArrowUp') setActive((active + found.length - 1) % found.length);
      else if (event.key === 'Enter' || event.key === 'Tab') put(chosen);
      else if (event.key === 'Escape') setQuery(null);
      else return false;
      return true;
    },
    close: () => setQuery(null),
  };
}
