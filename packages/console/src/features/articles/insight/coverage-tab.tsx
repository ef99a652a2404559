import { type IntentCoverage, type Locale, locales } from '@fairlead/contract';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { CheckCheck, CircleDashed } from 'lucide-react';
import { useFormat, useT } from '../../../i18n/i18n.tsx';
import { useCan } from '../../../session.tsx';
import { Badge } from '../../../ui/badge.tsx';
import type { Column } from '../../../ui/data-table.tsx';
import { intentName } from '../../assistant/trace/trace-words.ts';
import { coverageQuery } from './insight-queries.ts';
import { InsightTable } from './insight-table.tsx';

/** Which question is answered in which language; what is missing leads to where it is written. */
export function CoverageTab({ locale }: { locale: Locale | undefined }) {
  const t = useT();
  const format = useFormat();
  const writes = useCan()('knowledge.write');
  const shown = locale ? [locale] : locales;
  const missingOf = (row: IntentCoverage) => shown.filter((it) => !row.locales.includes(it));
  const columns: Column<IntentCoverage>[] = [
    {
      id: 'intent',
      header: t('articles.insight.intent'),
      value: ({ intent }) => intentName(t, intent),
      cell: ({ intent, title, articleId }) => (
        <span className="block min-w-40 py-1">
          {intentName(t, intent)}
          {writes ? (
            <Link
              to="/articles/$articleId"
              params={{ articleId }}
              className="block rounded-sm text-sm text-ink-2 [overflow-wrap:anywhere] hover:underline"
            >
              {title}
            </Link>
          ) : (
            <span className="block text-sm text-ink-2">{title}</span>
          )}
        </span>
      ),
    },
    {
      id: 'languages',
      header: t('articles.insight.answered'),
      value: (row) => row.locales.join(' '),
      cell: (row) => (
        <span className="flex max-w-md flex-wrap gap-1 py-1">
          {shown
            .filter((it) => row.locales.includes(it))
            .map((it) => (
              <span key={it} title={format.language(it)}>
                <Badge tone="success" icon={<CheckCheck aria-hidden />}>
                  <span aria-hidden>{it}</span>
                  <span className="sr-only">{format.language(it)}</span>
                </Badge>
              </span>
            ))}
        </span>
      ),
      from: 'md',
    },
    {
      id: 'missing',
      header: t('articles.insight.missing'),
      value: (row) => missingOf(row).join(' '),
      cell: (row) => (
        <span className="flex max-w-md flex-wrap gap-1 py-1">
          {missingOf(row).map((it) => {
            const badge = (
              <Badge icon={<CircleDashed aria-hidden />}>
                <span aria-hidden>{it}</span>
                <span className="sr-only">{format.language(it)}</span>
              </Badge>
            );
            return writes ? (
              <Link
                key={it}
                to="/articles/$articleId"
                params={{ articleId: row.articleId }}
                search={{ language: it, view: 'source' }}
                title={format.language(it)}
                className="rounded-sm hover:underline"
              >
                {badge}
              </Link>
            ) : (
              <span key={it} title={format.language(it)}>
                {badge}
              </span>
            );
          })}
        </span>
      ),
    },
  ];
  return (
    <InsightTable
      list={useQuery(coverageQuery)}
      label={t('articles.insight.tab.coverage')}
      hint={t('articles.insight.coverage.hint')}
      columns={columns}
      rowKey={({ intent }) => intent}
      csvName="intent-coverage"
      none={{ title: t('articles.insight.coverage.none'), text: t('articles.insight.coverage.none.text') }}
    />
  );
}
