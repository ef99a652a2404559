import type { ArticleHit } from '@fairlead/contract';
import { useRef, useState } from 'preact/hooks';
import type { Api } from '../session/api.ts';
import { useTexts } from '../views/context.ts';
import { ArticleLinks } from './article-links.tsx';
import { useArticles } from './use-articles.ts';

/** A field that looks through the help center; what it finds stands below it while one types. Arrow keys walk through it, Escape empties it. */
export function ArticleSearch({
  call,
  onOpen,
}: {
  call: Api['call'];
  /** With what the search is called, once it has been kept. */
  onOpen: (article: ArticleHit, search: Promise<string | null> | undefined) => void;
}) {
  const { t } = useTexts();
  const [text, setText] = useState('');
  const box = useRef<HTMLElement>(null);
  const { found, keepNow } = useArticles(call, text, { pause: 250, least: 1, limit: 4, keep: true });

  function onKey(event: KeyboardEvent) {
    if (event.isComposing) return;
    const stops = [...(box.current?.querySelectorAll<HTMLElement>('input,a') ?? [])];
    const at = stops.indexOf(document.activeElement as HTMLElement);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === 'Escape' && text) {
      setText('');
      stops[0]?.focus();
    } else if (step) stops[Math.min(stops.length - 1, Math.max(0, at + step))]?.focus();
    else return;
    event.preventDefault();
  }
  return (
    <search class="help-search" ref={box} aria-label={t('help.search')} onKeyDown={onKey}>
      <input
        type="search"
        dir={text ? 'auto' : undefined}
        autoComplete="off"
        maxLength={200}
        aria-label={t('help.search')}
        placeholder={t('help.search')}
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
      />
      <p class="hidden" role="status">
        {found && found.length > 0 && t('help.found', { count: found.length })}
      </p>
      {found && text.trim() && (
        <div class="help-found">
          {found.length > 0 ? (
            <ArticleLinks items={found} onOpen={(it) => onOpen(it, keepNow())} />
          ) : (
            <p role="status">{t('help.none', { text: text.trim() })}</p>
          )}
        </div>
      )}
    </search>
  );
}
