import { type Article, type ArticleRevision, endpoints, type Locale } from '@fairlead/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { History, RotateCcw } from 'lucide-react';
import { useMemo, useState } from 'react';
import { call } from '../../../api.ts';
import { useFormat, useT } from '../../../i18n/i18n.tsx';
import { Badge } from '../../../ui/badge.tsx';
import { Button } from '../../../ui/button.tsx';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { ErrorState } from '../../../ui/error-state.tsx';
import { Field } from '../../../ui/field.tsx';
import { Select } from '../../../ui/select.tsx';
import { SkeletonRows } from '../../../ui/skeleton.tsx';
import { useToast } from '../../../ui/toast.tsx';
import { refetchArticle, revisionQuery, revisionsQuery, translationQuery } from '../article-queries.ts';
import { useAgentName } from '../use-agent-name.ts';
import { DiffView } from './diff-view.tsx';
import { diffText, isChanged } from './text-diff.ts';
import { wholeText } from './whole-text.ts';

/** What a translation said before: any two of its revisions compared, and the way back to one. */
export function RevisionsPane({ article, locale }: { article: Article; locale: Locale }) {
  const t = useT();
  const format = useFormat();
  const nameOf = useAgentName();
  const { data, error, refetch } = useQuery(revisionsQuery(article.id, locale));
  const [chosen, setChosen] = useState<{ from?: string; to?: string }>({});
  const [restoring, setRestoring] = useState<ArticleRevision | null>(null);
  const standing = article.translations.find((it) => it.locale === locale);
  const to = chosen.to ?? data?.[0]?.id ?? null;
  const from = chosen.from ?? data?.[1]?.id ?? data?.[0]?.id ?? null;
  const older = useQuery({ ...revisionQuery(article.id, locale, from ?? ''), enabled: from !== null });
  const newer = useQuery({ ...revisionQuery(article.id, locale, to ?? ''), enabled: to !== null });
  const lines = useMemo(
    () => (older.data && newer.data ? diffText(wholeText(older.data), wholeText(newer.data)) : null),
    [older.data, newer.data],
  );
  const restore = useRestore(article.id, locale);
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <SkeletonRows rows={5} />;
  const options = data.map((it) => ({
    value: it.id,
    label: t('articles.revision.label', { number: it.number, when: format.dateTime(it.createdAt) }),
  }));
  const failed = older.error ?? newer.error;
  return (
    <div className="grid items-start gap-4 lg:grid-cols-[18rem_minmax(0,1fr)]">
      <ol
        aria-label={t('articles.view.revisions')}
        className="divide-y divide-line rounded-lg border border-line bg-surface"
      >
        {data.map((it) => (
          <li key={it.id}>
            <button
              type="button"
              aria-pressed={it.id === to}
              onClick={() => {
                const before = data[data.indexOf(it) + 1];
                setChosen({ to: it.id, from: before?.id ?? it.id });
              }}
              className="flex w-full flex-col gap-0.5 px-3 py-2 text-start hover:bg-hover aria-pressed:bg-selected"
            >
              <span className="flex w-full flex-wrap items-center gap-2 font-medium">
                {t('articles.revision', { number: it.number })}
                {it.id === standing?.publishedId && (
                  <Badge tone="success">{t('articles.revision.published')}</Badge>
                )}
                {it.id === standing?.revisionId && <Badge>{t('articles.revision.last')}</Badge>}
              </span>
              <span className="text-sm text-ink-2">{nameOf(it.authorId)}</span>
              <time dateTime={it.createdAt} className="text-sm text-ink-3">
                {format.dateTime(it.createdAt)}
              </time>
            </button>
          </li>
        ))}
      </ol>
      <div className="flex min-w-0 flex-col gap-3">
        <div className="grid items-end gap-3 sm:grid-cols-[1fr_1fr_auto]">
          <Field label={t('articles.compare.from')}>
            <Select value={from} onChange={(id) => setChosen({ ...chosen, from: id })} options={options} />
          </Field>
          <Field label={t('articles.compare.to')}>
            <Select value={to} onChange={(id) => setChosen({ ...chosen, to: id })} options={options} />
          </Field>
          <Button
            icon={<RotateCcw />}
            disabled={!newer.data || newer.data.id === standing?.revisionId}
            onClick={() => newer.data && setRestoring(newer.data)}
          >
            {t('articles.restore')}
          </Button>
        </div>
        {failed ? (
          <ErrorState
            error={failed}
            onRetry={() => {
              void older.refetch();
              void newer.refetch();
            }}
          />
        ) : !lines ? (
          <SkeletonRows rows={6} />
        ) : (
          <>
            {!isChanged(lines) && (
              <p className="flex items-center gap-2 text-sm text-ink-2">
                <History className="size-4" aria-hidden />
                {t('articles.compare.same')}
              </p>
            )}
            <DiffView lines={lines} lang={locale} label={t('articles.diff')} />
          </>
        )}
      </div>
      <ConfirmDialog
        open={restoring !== null}
        onOpenChange={(open) => !open && setRestoring(null)}
        title={t('articles.restore.title', { number: restoring?.number ?? 0 })}
        confirmLabel={t('articles.restore')}
        danger={false}
        onConfirm={() => (restoring ? restore(restoring, standing?.revisionId ?? null) : undefined)}
      >
        {t('articles.restore.text')}
      </ConfirmDialog>
    </div>
  );
}

/** Saves an old text anew, on top of what there is now. */
function useRestore(id: string, locale: Locale) {
  const t = useT();
  const toast = useToast();
  const client = useQueryClient();
  const { mutateAsync } = useMutation({
    mutationFn: ({ old, basedOn }: { old: ArticleRevision; basedOn: string | null }) => {
      const { title, summary, body } = old;
      return call(endpoints.articles.save, {
        params: { id, locale },
        body: { text: { title, summary, body }, basedOn },
      });
    },
    onSuccess: async (saved, { old }) => {
      client.setQueryData(translationQuery(id, locale).queryKey, saved);
      toast.show({ title: t('articles.restored', { number: old.number }), tone: 'success' });
      await refetchArticle(client, id);
    },
  });
  return (old: ArticleRevision, basedOn: string | null) => mutateAsync({ old, basedOn });
}
