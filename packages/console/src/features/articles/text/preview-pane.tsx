import { type ArticleText, directionOf, type Locale } from '@fairlead/contract';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Moon, Sun, TriangleAlert } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useT } from '../../../i18n/i18n.tsx';
import { usePaused } from '../../../shell/use-paused.ts';
import { ErrorState } from '../../../ui/error-state.tsx';
import { Segmented } from '../../../ui/segmented.tsx';
import { SkeletonRows } from '../../../ui/skeleton.tsx';
import { previewQuery } from '../article-queries.ts';
import { articleDocument, type PreviewTheme } from './article-document.ts';

/** Milliseconds without a key after which the text is rendered. */
const pause = 400;

/** A text as readers would see it, in either theme, and what is wrong in it. */
export function PreviewPane({ text, locale }: { text: ArticleText; locale: Locale }) {
  const t = useT();
  const body = usePaused(text.body, pause);
  const title = usePaused(text.title, pause);
  const summary = usePaused(text.summary, pause);
  const [theme, setTheme] = useState<PreviewTheme>(() =>
    document.documentElement.dataset['theme'] === 'dark' ? 'dark' : 'light',
  );
  const { data, error, refetch } = useQuery({
    ...previewQuery(body, locale),
    placeholderData: keepPreviousData,
  });
  const page = useMemo(
    () =>
      articleDocument({
        title,
        summary,
        html: data?.html ?? '',
        locale,
        direction: directionOf(locale),
        theme,
      }),
    [title, summary, data, locale, theme],
  );
  return (
    <section aria-label={t('articles.preview')} className="flex flex-col gap-3">
      <div className="flex items-center gap-2">
        <h3 className="flex-1 text-sm font-medium">{t('articles.preview')}</h3>
        <Segmented
          label={t('articles.preview.theme')}
          value={theme}
          onChange={setTheme}
          options={[
            { value: 'light', label: <Sun aria-hidden />, name: t('shell.theme.light') },
            { value: 'dark', label: <Moon aria-hidden />, name: t('shell.theme.dark') },
          ]}
        />
      </div>
      {error && !data ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        // No page before there is a text: one that comes while another still loads may be dropped by the browser.
        <SkeletonRows rows={6} />
      ) : (
        <iframe
          title={t('articles.preview')}
          srcDoc={page}
          sandbox=""
          referrerPolicy="no-referrer"
          className="h-[34rem] w-full resize-y rounded-md border border-line-2"
        />
      )}
      <div aria-live="polite">
        {data && data.problems.length > 0 && (
          <ul className="flex flex-col gap-1 rounded-md bg-warning-soft px-3 py-2 text-sm text-warning-text">
            {data.problems.map(({ kind, what }, index) => (
              // The same may be wrong in several places.
              <li key={`${index}`} className="flex gap-2">
                <TriangleAlert className="mt-0.5 size-4 shrink-0" aria-hidden />
                <span className="min-w-0 [overflow-wrap:anywhere]">
                  {t(`articles.problem.${kind}`, { what: kind === 'fact' ? `{{${what}}}` : what })}
                </span>
              </li>
            ))}
          </ul>
        )}
      </div>
    </section>
  );
}
