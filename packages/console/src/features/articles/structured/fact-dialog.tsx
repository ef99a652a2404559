import type { Locale } from '@fairlead/contract';
import { useQuery } from '@tanstack/react-query';
import { Search } from 'lucide-react';
import { useState } from 'react';
import { useT } from '../../../i18n/i18n.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { ErrorState } from '../../../ui/error-state.tsx';
import { Input } from '../../../ui/input.tsx';
import { SkeletonRows } from '../../../ui/skeleton.tsx';
import { factsQuery } from '../article-queries.ts';
import { splitFact } from './split-fact.ts';

interface FactDialogProps {
  locale: Locale;
  onChoose: (name: string) => void;
  onClose: () => void;
}

/** The live facts that there are, and what each says today. */
export function FactDialog({ locale, onChoose, onClose }: FactDialogProps) {
  const t = useT();
  const [text, setText] = useState('');
  const { data, error, refetch } = useQuery(factsQuery(locale));
  const words = text.toLowerCase().split(/\s+/);
  const found = (data ?? [])
    .map(({ name, value }) => {
      const { kind, of } = splitFact(name);
      return { name, value, label: [kind ? t(`articles.fact.${kind}`) : name, of].filter(Boolean).join(' ') };
    })
    .filter(({ name, label }) => words.every((word) => `${name} ${label}`.toLowerCase().includes(word)));
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('articles.tool.fact')}
      description={t('articles.fact.text')}
    >
      <Input
        type="search"
        icon={<Search />}
        aria-label={t('articles.fact.find')}
        placeholder={t('articles.fact.find')}
        maxLength={100}
        value={text}
        onValueChange={setText}
      />
      <div aria-live="polite" className="mt-2 h-80 overflow-y-auto">
        {error && !data ? (
          <ErrorState error={error} onRetry={() => void refetch()} />
        ) : !data ? (
          <SkeletonRows rows={6} />
        ) : found.length === 0 ? (
          <p className="py-6 text-center text-ink-2">{t('articles.fact.none')}</p>
        ) : (
          <ul>
            {found.map(({ name, value, label }) => (
              <li key={name}>
                <button
                  type="button"
                  onClick={() => {
                    onClose();
                    onChoose(name);
                  }}
                  className="flex w-full items-baseline gap-3 rounded-md px-2 py-2 text-start hover:bg-hover"
                >
                  <span className="min-w-0 flex-1">{label}</span>
                  <span className="text-ink-2 tabular-nums" lang={locale}>
                    {value}
                  </span>
                </button>
              </li>
            ))}
          </ul>
        )}
      </div>
    </Dialog>
  );
}
