import { type ArticleLine, endpoints, type Locale } from '@fairlead/contract';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Search } from 'lucide-react';
import { useState } from 'react';
import { call } from '../../../api.ts';
import { useT } from '../../../i18n/i18n.tsx';
import { usePaused } from '../../../shell/use-paused.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { ErrorState } from '../../../ui/error-state.tsx';
import { Input } from '../../../ui/input.tsx';

/** Milliseconds without a key after which a search begins. */
const pause = 250;

interface ChooseArticleDialogProps {
  title: string;
  /** The language in which articles are looked for. */
  locale: Locale;
  /** Slugs that are not offered. */
  without: readonly string[];
  onChoose: (article: ArticleLine) => void;
  onClose: () => void;
}

/** Finds a published article by its words, as readers do. */
export function ChooseArticleDialog({ title, locale, without, onChoose, onClose }: ChooseArticleDialogProps) {
  const t = useT();
  const [text, setText] = useState('');
  const wanted = usePaused(text.trim(), pause);
  const { data, error, refetch } = useQuery({
    queryKey: ['articles', 'find', locale, wanted],
    queryFn: async ({ signal }) => {
      const query = { text: wanted, locale, limit: 10, place: 'agents' as const };
      return (await call(endpoints.help.search, { query, signal })).items;
    },
    enabled: wanted !== '',
    placeholderData: keepPreviousData,
  });
  const found = wanted === '' ? [] : (data ?? []).filter(({ slug }) => !without.includes(slug));
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={title}>
      <Input
        type="search"
        icon={<Search />}
        aria-label={t('articles.find')}
        placeholder={t('articles.find')}
        maxLength={200}
        value={text}
        onValueChange={setText}
      />
      <div aria-live="polite" className="mt-2 min-h-40">
        {error && !data ? (
          <ErrorState error={error} onRetry={() => void refetch()} />
        ) : wanted !== '' && data && found.length === 0 ? (
          <p className="py-6 text-center text-ink-2">{t('articles.find.none')}</p>
        ) : (
          <ul>
            {found.map((article) => (
              <li key={article.slug}>
                <button
                  type="button"
                  onClick={() => {
                    onChoose(article);
                    onClose();
                  }}
                  className="w-full rounded-md px-2 py-2 text-start hover:bg-hover"
                >
                  <span className="block font-medium" lang={article.locale}>
                    {article.title}
                  </span>
                  <span className="block truncate text-sm text-ink-3">{article.url}</span>
                </button>
              </li>
            ))}
          </ul>
        )}
      </div>
    </Dialog>
  );
}
