import type { ArticleHit } from '@fairlead/contract';
import { useState } from 'preact/hooks';
import { ArticleHints } from '../help/article-hints.tsx';
import { ArticleSearch } from '../help/article-search.tsx';
import { useHelpTexts } from '../help/use-help-texts.ts';
import { useSurroundings } from './context.ts';
import { usePart } from './use-part.ts';

/** What `Help` shows, with the article that was opened from it. One part: who does not find an article writes, and is offered the same. Above the search stands what was announced. */
export function HelpParts({ text }: { text: string | undefined }) {
  const { call } = useSurroundings().chat.api;
  const [shown, setShown] = useState<{
    article: ArticleHit;
    search?: Promise<string | null> | undefined;
  } | null>(null);
  const close = () => setShown(null);
  const show = (article: ArticleHit, search?: Promise<string | null>) => setShown({ article, search });
  const part = usePart(shown !== null, () => import('../help/article-box.tsx'), close);
  const news = usePart(text === undefined, () => import('./news-box.tsx'));
  const there = useHelpTexts();
  if (!there) return text === undefined && <i class="bone bone-card" />;
  return (
    <>
      {news && <news.NewsBox />}
      {text === undefined ? (
        <ArticleSearch call={call} onOpen={show} />
      ) : (
        <ArticleHints text={text} call={call} onOpen={show} />
      )}
      {shown && part && <part.ArticleBox {...shown} call={call} onClose={close} />}
    </>
  );
}
