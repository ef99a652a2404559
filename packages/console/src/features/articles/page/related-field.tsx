import { endpoints } from '@fairlead/contract';
import { useQuery } from '@tanstack/react-query';
import { Plus, X } from 'lucide-react';
import { useId, useState } from 'react';
import { call } from '../../../api.ts';
import { useLocale, useT } from '../../../i18n/i18n.tsx';
import { Button } from '../../../ui/button.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { ChooseArticleDialog } from './choose-article-dialog.tsx';

const most = 8;

interface RelatedFieldProps {
  /** Slugs. */
  value: string[];
  /** The slug of the article itself. */
  own: string;
  onChange: (slugs: string[]) => void;
}

/** The articles that go with one. */
export function RelatedField({ value, own, onChange }: RelatedFieldProps) {
  const t = useT();
  const label = useId();
  const { locale } = useLocale();
  const [choosing, setChoosing] = useState(false);
  const { data: all = [] } = useQuery({
    queryKey: ['articles', 'lines', locale],
    queryFn: async ({ signal }) => (await call(endpoints.help.articles, { query: { locale }, signal })).items,
    staleTime: 60_000,
  });
  const titleOf = (slug: string) => all.find((it) => it.slug === slug)?.title ?? slug;
  return (
    <section aria-labelledby={label} className="flex flex-col items-start gap-1">
      <h3 id={label} className="text-sm font-medium">
        {t('articles.related')}
      </h3>
      <ul className="flex w-full flex-col">
        {value.map((slug) => (
          <li key={slug} className="flex items-center gap-1 text-sm">
            <span className="min-w-0 flex-1 [overflow-wrap:anywhere]">{titleOf(slug)}</span>
            <IconButton
              size="sm"
              label={t('articles.related.remove', { title: titleOf(slug) })}
              icon={<X />}
              onClick={() => onChange(value.filter((it) => it !== slug))}
            />
          </li>
        ))}
      </ul>
      {value.length < most && (
        <Button size="sm" variant="quiet" icon={<Plus />} onClick={() => setChoosing(true)}>
          {t('articles.related.add')}
        </Button>
      )}
      {choosing && (
        <ChooseArticleDialog
          title={t('articles.related.add')}
          locale={locale}
          without={[own, ...value]}
          onClose={() => setChoosing(false)}
          onChoose={({ slug }) => onChange([...value, slug])}
        />
      )}
    </section>
  );
}
