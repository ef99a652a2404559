import type { ArticleTranslation, Locale } from '@fairlead/contract';
import { useMemo } from 'react';
import { useFormat, useT } from '../../../i18n/i18n.tsx';
import { DiffView } from './diff-view.tsx';
import { diffText, isChanged } from './text-diff.ts';
import { wholeText } from './whole-text.ts';

interface SourcePaneProps {
  source: NonNullable<ArticleTranslation['source']>;
  locale: Locale;
}

/** What the source says, with what changed since the revision that the translation follows. */
export function SourcePane({ source: { followed, now }, locale }: SourcePaneProps) {
  const t = useT();
  const format = useFormat();
  // One that follows nothing yet is shown the source as it is.
  const lines = useMemo(() => diffText(wholeText(followed ?? now), wholeText(now)), [followed, now]);
  return (
    <section aria-label={t('articles.source')} className="flex flex-col gap-2">
      <h3 className="text-sm font-medium">
        {t('articles.source_in', { language: format.language(locale) })}
      </h3>
      <p className="text-sm text-ink-3">
        {!followed
          ? t('articles.source.unfollowed')
          : isChanged(lines)
            ? t('articles.source.changed', { number: followed.number, now: now.number })
            : t('articles.source.unchanged')}
      </p>
      <DiffView lines={lines} lang={locale} label={t('articles.source')} />
    </section>
  );
}
