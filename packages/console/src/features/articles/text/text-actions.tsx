import { type Article, type ArticleTranslation, endpoints, type Locale } from '@fairlead/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Check, Eye, PencilLine, Send } from 'lucide-react';
import { useState } from 'react';
import { call } from '../../../api.ts';
import { useT } from '../../../i18n/i18n.tsx';
import { useCan } from '../../../session.tsx';
import { Button } from '../../../ui/button.tsx';
import { useToast } from '../../../ui/toast.tsx';
import { refetchArticle, translationQuery } from '../article-queries.ts';
import { PublishDialog } from './publish-dialog.tsx';
import type { SaveText } from './use-save-text.ts';

interface TextActionsProps {
  article: Article;
  locale: Locale;
  translation: ArticleTranslation | null;
  /** Whether there is something to save. */
  changed: boolean;
  save: SaveText;
}

/** Saving, asking for review, and publishing. What is not saved is saved first. */
export function TextActions({ article, locale, translation, changed, save }: TextActionsProps) {
  const t = useT();
  const publishes = useCan()('knowledge.publish');
  const [publishing, setPublishing] = useState<ArticleTranslation | null>(null);
  const review = useReview(article.id, locale);
  /** What is to be moved on: what is saved, with all that is written. */
  const settled = async () => (changed || !translation ? save.run() : translation);
  const state = changed ? 'draft' : translation?.state;
  const scheduled = !changed && translation?.publishAt;
  return (
    <div className="sticky bottom-0 z-10 -mx-1 flex flex-wrap items-center gap-2 border-t border-line bg-canvas px-1 py-3">
      <p role="status" className="flex min-w-0 flex-1 basis-28 items-center gap-1.5 text-sm text-ink-2">
        {changed ? (
          <PencilLine className="size-4" aria-hidden />
        ) : (
          translation && <Check className="size-4 text-success-text" aria-hidden />
        )}
        {changed ? t('articles.unsaved') : translation && t('ui.saved')}
      </p>
      <Button disabled={!changed} loading={save.isPending} onClick={() => void save.run()}>
        {t('articles.save')}
      </Button>
      {state === 'review' && !scheduled && translation ? (
        <Button
          icon={<PencilLine />}
          loading={review.isPending}
          onClick={() => review.mutate({ revisionId: translation.revisionId, back: true })}
        >
          {t('articles.review.back')}
        </Button>
      ) : (
        state === 'draft' && (
          <Button
            icon={<Eye />}
            loading={review.isPending}
            onClick={async () => {
              const saved = await settled();
              if (saved?.state === 'draft') review.mutate({ revisionId: saved.revisionId, back: false });
            }}
          >
            {t('articles.review')}
          </Button>
        )
      )}
      {publishes && (
        <Button
          variant="primary"
          icon={<Send />}
          disabled={!changed && (translation === null || translation.state === 'published')}
          onClick={async () => setPublishing((await settled()) ?? null)}
        >
          {t('articles.publish')}
        </Button>
      )}
      {publishing && (
        <PublishDialog
          article={article}
          locale={locale}
          translation={publishing}
          onClose={() => setPublishing(null)}
        />
      )}
    </div>
  );
}

function useReview(id: string, locale: Locale) {
  const t = useT();
  const toast = useToast();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: { revisionId: string; back: boolean }) =>
      call(endpoints.articles.askReview, { params: { id, locale }, body }),
    onSuccess: async (saved, { back }) => {
      client.setQueryData(translationQuery(id, locale).queryKey, saved);
      toast.show({
        title: t(back ? 'articles.review.taken_back' : 'articles.review.asked'),
        tone: 'success',
      });
      await refetchArticle(client, id);
    },
    onError: (error) => {
      toast.error(error);
      void refetchArticle(client, id);
    },
  });
}
