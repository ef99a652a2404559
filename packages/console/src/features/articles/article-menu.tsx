import { useFormat, useT } from '../../i18n/i18n.tsx';
import { Badge } from '../../ui/badge.tsx';
import { cx } from '../../ui/cx.ts';
import type { ArticleMenuState } from './use-article-menu.ts';

/** The articles that a `#` may mean, with what each is about. The focus stays in the text. */
export function ArticleMenu({ menu, locale }: { menu: ArticleMenuState; locale: string }) {
  const t = useT();
  const format = useFormat();
  const { listId, found, chosen } = menu;
  return (
    <ul
      id={listId}
      role="listbox"
      aria-label={t('inbox.articles')}
      className="absolute inset-x-2 bottom-full z-10 mb-1 max-h-72 max-w-2xl overflow-y-auto rounded-lg bg-raised p-1 shadow-pop"
    >
      {found.map((article, index) => (
        <li
          key={article.slug}
          id={`${listId}-${article.slug}`}
          role="option"
          aria-selected={article.slug === chosen?.slug}
          aria-disabled={!menu.fits(article)}
          onPointerMove={() => menu.setActive(index)}
          // Before the text loses the focus.
          onPointerDown={(event) => {
            event.preventDefault();
            menu.put(article);
          }}
          className={cx(
            'flex min-h-8 flex-col justify-center rounded-md px-2 py-1 pointer-coarse:min-h-11',
            article.slug === chosen?.slug && 'bg-hover',
          )}
        >
          <span className="flex items-center gap-2">
            <span lang={article.locale} className="truncate">
              {article.title}
            </span>
            {article.visibility === 'agents' && (
              <Badge tone="warning">
                {t(menu.fits(article) ? 'inbox.articles.agents' : 'inbox.articles.agents_only')}
              </Badge>
            )}
            {article.visibility === 'signed_in' && <Badge>{t('inbox.articles.signed_in')}</Badge>}
            {article.locale !== locale && <Badge>{format.language(article.locale)}</Badge>}
          </span>
          <span lang={article.locale} className="truncate text-xs text-ink-3">
            {article.summary}
          </span>
        </li>
      ))}
    </ul>
  );
}
