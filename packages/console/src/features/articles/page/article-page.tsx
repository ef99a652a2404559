import { type Article, localeNames } from '@fairlead/contract';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { ArrowLeft } from 'lucide-react';
import { useFormat, useLocale, useT } from '../../../i18n/i18n.tsx';
import { buttonClass } from '../../../ui/button.tsx';
import { ErrorState } from '../../../ui/error-state.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { Segmented } from '../../../ui/segmented.tsx';
import { SkeletonRows } from '../../../ui/skeleton.tsx';
import { articleQuery } from '../article-queries.ts';
import { RevisionsPane } from '../compare/revisions-pane.tsx';
import { standingOf, titleIn } from '../standing.ts';
import { StandingBadge } from '../standing-badge.tsx';
import { TranslationPane } from '../text/translation-pane.tsx';
import { ArticleMenu } from './article-menu.tsx';
import type { ArticleView } from './article-view.ts';
import { FactsPanel } from './facts-panel.tsx';
import { LanguageTabs } from './language-tabs.tsx';

/** One article: its languages, what each says and said, and what holds for all of them. */
export function ArticlePage() {
  const { articleId } = useParams({ from: '/app/articles/$articleId' });
  const { data, error, refetch } = useQuery(articleQuery(articleId));
  const t = useT();
  if (data) return <OpenArticle key={articleId} article={data} />;
  if (!error) return <SkeletonRows rows={10} className="h-full bg-surface pt-3" />;
  return (
    <div className="flex flex-col items-center">
      <ErrorState error={error} onRetry={() => void refetch()} />
      <Link to="/articles" className={buttonClass()}>
        {t('articles.back')}
      </Link>
    </div>
  );
}

function OpenArticle({ article }: { article: Article }) {
  const t = useT();
  const format = useFormat();
  const { locale: own } = useLocale();
  const navigate = useNavigate();
  const { language = article.sourceLocale, view = 'preview' } = useSearch({
    from: '/app/articles/$articleId',
  });
  const standing = article.translations.find(({ locale }) => locale === language);
  const isSource = language === article.sourceLocale;
  const views: ArticleView[] = [
    'preview',
    ...(isSource ? [] : (['source'] as const)),
    ...(standing ? (['revisions'] as const) : []),
  ];
  const shown = views.includes(view) ? view : 'preview';
  const go = (search: { language?: typeof language; view?: ArticleView }) =>
    void navigate({ to: '/articles/$articleId', params: { articleId: article.id }, search, replace: true });
  return (
    <div className="flex h-full flex-col">
      <PageHeader
        leading={
          <Link
            to="/articles"
            aria-label={t('articles.back')}
            className="grid size-control place-items-center rounded-md text-ink-2 hover:bg-hover hover:text-ink"
          >
            <ArrowLeft className="size-4 rtl:rotate-180" aria-hidden />
          </Link>
        }
        title={titleIn(article, own)}
        description={t('articles.changed_at', { when: format.relativeTime(article.updatedAt) })}
        actions={<ArticleMenu article={article} locale={language} />}
      />
      <div className="min-h-0 flex-1 overflow-y-auto">
        <div className="grid gap-5 px-gutter py-4 xl:grid-cols-[minmax(0,1fr)_19rem]">
          <div className="flex min-w-0 flex-col gap-4">
            <LanguageTabs
              article={article}
              value={language}
              onChange={(next) =>
                go({
                  language: next,
                  // Who translates wants the source beside it.
                  ...(next === article.sourceLocale ? {} : { view: 'source' }),
                })
              }
            />
            <div className="flex flex-wrap items-center gap-3">
              <h2 className="text-lg font-semibold" lang={language}>
                {localeNames[language]}
              </h2>
              <StandingBadge standing={standingOf(standing)} />
              {isSource && <span className="text-sm text-ink-3">{t('articles.is_source')}</span>}
              {standing?.publishAt && (
                <span className="text-sm text-ink-2">
                  {t('articles.scheduled', { when: format.dateTime(standing.publishAt) })}
                </span>
              )}
              {standing?.live && standing.publishedAt && (
                <span className="text-sm text-ink-3">
                  {t('articles.live_since', { when: format.relativeTime(standing.publishedAt) })}
                </span>
              )}
              {views.length > 1 && (
                <Segmented
                  className="ms-auto"
                  label={t('articles.view')}
                  value={shown}
                  onChange={(next) => go({ language, view: next })}
                  options={views.map((value) => ({ value, label: t(`articles.view.${value}`) }))}
                />
              )}
            </div>
            {shown === 'revisions' ? (
              <RevisionsPane key={language} article={article} locale={language} />
            ) : (
              <TranslationPane
                key={language}
                article={article}
                locale={language}
                beside={shown}
                exists={standing !== undefined}
              />
            )}
          </div>
          <FactsPanel key={article.version} article={article} />
        </div>
      </div>
    </div>
  );
}
