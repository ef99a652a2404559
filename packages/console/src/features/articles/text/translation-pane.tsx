import type { Article, ArticleRevision, ArticleTranslation, Locale } from '@fairlead/contract';
import { useQuery } from '@tanstack/react-query';
import { ErrorState } from '../../../ui/error-state.tsx';
import { SkeletonRows } from '../../../ui/skeleton.tsx';
import { translationQuery } from '../article-queries.ts';
import { TranslationEditor } from './translation-editor.tsx';

interface TranslationPaneProps {
  article: Article;
  locale: Locale;
  beside: 'preview' | 'source';
  /** Whether there is anything in this language yet. */
  exists: boolean;
}

/** The text in one language, once it is there; one that does not exist begins with nothing, from what the source says now. */
export function TranslationPane({ article, locale, beside, exists }: TranslationPaneProps) {
  const { data, error, refetch } = useQuery(
    translationQuery(article.id, exists ? locale : article.sourceLocale),
  );
  if (!data) {
    if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
    return <SkeletonRows rows={8} />;
  }
  return (
    <TranslationEditor
      article={article}
      locale={locale}
      beside={beside}
      translation={exists ? data : null}
      source={exists ? data.source : { followed: null, now: sourceNow(data) }}
    />
  );
}

/** What translations follow: what readers see, or what is written before there are any. */
const sourceNow = ({ published, revision }: ArticleTranslation): ArticleRevision => published ?? revision;
