import { type Article, endpoints, type Locale } from '@fairlead/contract';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Archive, Ellipsis, ExternalLink, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { call } from '../../../api.ts';
import { useFormat, useT } from '../../../i18n/i18n.tsx';
import { useCan } from '../../../session.tsx';
import { buttonClass } from '../../../ui/button.tsx';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { Menu, MenuItem } from '../../../ui/menu.tsx';
import { categoriesQuery, refetchArticle } from '../article-queries.ts';

/** The page that readers see, and the ways to take it away from them. */
export function ArticleMenu({ article, locale }: { article: Article; locale: Locale }) {
  const t = useT();
  const format = useFormat();
  const client = useQueryClient();
  const navigate = useNavigate();
  const publishes = useCan()('knowledge.publish');
  const { data: categories = [] } = useQuery(categoriesQuery);
  const [asked, setAsked] = useState<'archive' | 'remove' | null>(null);
  const standing = article.translations.find((it) => it.locale === locale);
  const category = categories.find(({ id }) => id === article.categoryId);
  const neverPublished = article.translations.every(({ publishedAt }) => publishedAt === null);
  const isSource = locale === article.sourceLocale;
  return (
    <>
      {standing?.live && category && article.visibility !== 'agents' && (
        <a
          href={`/help/${locale}/${category.slug}/${article.slug}`}
          target="_blank"
          rel="noopener"
          className={buttonClass()}
        >
          <ExternalLink className="size-4" aria-hidden />
          {t('articles.page')}
        </a>
      )}
      {publishes && (
        <Menu
          align="end"
          trigger={<IconButton variant="outline" label={t('articles.more_actions')} icon={<Ellipsis />} />}
        >
          <MenuItem
            icon={<Archive />}
            disabled={!standing || standing.state === 'archived'}
            onSelect={() => setAsked('archive')}
          >
            {t('articles.archive')}
          </MenuItem>
          <MenuItem icon={<Trash2 />} danger disabled={!neverPublished} onSelect={() => setAsked('remove')}>
            {t('articles.remove')}
          </MenuItem>
        </Menu>
      )}
      <ConfirmDialog
        open={asked === 'archive'}
        onOpenChange={(open) => !open && setAsked(null)}
        title={t('articles.archive.title', { language: format.language(locale) })}
        confirmLabel={t('articles.archive')}
        onConfirm={async () => {
          await call(endpoints.articles.archive, { params: { id: article.id, locale } });
          await refetchArticle(client, article.id);
        }}
      >
        {t(isSource ? 'articles.archive.source' : 'articles.archive.text')}
      </ConfirmDialog>
      <ConfirmDialog
        open={asked === 'remove'}
        onOpenChange={(open) => !open && setAsked(null)}
        title={t('articles.remove.title')}
        confirmLabel={t('articles.remove')}
        onConfirm={async () => {
          await call(endpoints.articles.remove, { params: { id: article.id } });
          await client.invalidateQueries({ queryKey: ['articles', 'list'] });
          await navigate({ to: '/articles' });
        }}
      >
        {t('articles.remove.text')}
      </ConfirmDialog>
    </>
  );
}
