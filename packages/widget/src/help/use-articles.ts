import type { ArticleHit } from '@fairlead/contract';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Api } from '../session/api.ts';
import { useTexts } from '../views/context.ts';
import { askable } from './askable.ts';
import { findArticles } from './find-articles.ts';

interface Wish {
  /** Milliseconds without a stroke until the server is asked. */
  pause: number;
  /** Characters that are worth asking for. */
  least: number;
  limit: number;
  /** It is a search, and no message: once its writer rests, the words are kept for editors. */
  keep?: boolean;
}

/** Until a search counts as what somebody looked for, in milliseconds. */
const rest = 2000;

/** What the search is called that has been kept; null where none was. */
type Kept = Promise<string | null>;

/**
 * Articles that may answer what is being written; null while nothing is known of it, which it also is when asking failed. `keepNow` keeps
 * the search at once, since one of its articles is being opened; undefined where it is none.
 */
export function useArticles(
  call: Api['call'],
  text: string,
  { pause, least, limit, keep }: Wish,
): { found: ArticleHit[] | null; keepNow: () => Kept | undefined } {
  const { locale } = useTexts();
  const keeper = useRef<(() => Kept) | undefined>(undefined);
  const [found, setFound] = useState<ArticleHit[] | null>(null);
  const asked = askable(text);
  useEffect(() => {
    if ([...asked].length < least) {
      setFound(null);
      return;
    }
    let current = true;
    const query = { text: asked, locale, limit, place: 'widget' } as const;
    const show = (items: ArticleHit[] | null) => current && setFound(items);
    const timers = [
      setTimeout(() => {
        findArticles(call, query).then(
          ({ items }) => show(items),
          () => show(null),
        );
      }, pause),
    ];
    let kept: Kept | undefined;
    const keepIt = () =>
      (kept ??= findArticles(call, { ...query, final: 'true' }).then(
        ({ searchId }) => searchId,
        () => null,
      ));
    if (keep) {
      keeper.current = keepIt;
      timers.push(setTimeout(keepIt, rest));
    }
    return () => {
      current = false;
      timers.forEach(clearTimeout);
    };
  }, [asked, locale]);
  return { found, keepNow: () => keeper.current?.() };
}
