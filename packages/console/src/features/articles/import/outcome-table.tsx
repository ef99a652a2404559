import type { ZendeskOutcome } from '@fairlead/contract';
import { useFormat, useT } from '../../../i18n/i18n.tsx';
import { Badge } from '../../../ui/badge.tsx';
import { type Column, DataTable } from '../../../ui/data-table.tsx';
import { OutcomeBadge } from './outcome-badge.tsx';

/** What becomes of each article, and what an editor should know of it. */
export function OutcomeTable({ outcomes }: { outcomes: readonly ZendeskOutcome[] }) {
  const t = useT();
  const format = useFormat();
  const outcomeOf = ({ outcome }: ZendeskOutcome) => t(`articles.import.outcome.${outcome}`);
  const remarksOf = ({ remarks }: ZendeskOutcome) =>
    remarks.map(({ remark, what }) => t(`articles.import.remark.${remark}`, { what }));
  const columns: Column<ZendeskOutcome>[] = [
    {
      id: 'title',
      header: t('articles.title'),
      value: ({ title }) => title,
      cell: ({ title, slug }) => (
        <span className="block min-w-40 py-1 [overflow-wrap:anywhere]">
          <span className="font-medium">{title}</span>
          {slug && <span className="block font-mono text-xs text-ink-3">{slug}</span>}
        </span>
      ),
    },
    {
      id: 'outcome',
      header: t('articles.import.outcome'),
      value: outcomeOf,
      cell: ({ outcome }) => <OutcomeBadge outcome={outcome} />,
    },
    {
      id: 'languages',
      header: t('articles.languages'),
      value: ({ texts }) => texts.map((it) => `${it.locale} ${it.state}`).join(', '),
      cell: ({ texts }) => (
        <span className="flex max-w-xs flex-wrap gap-1 py-1">
          {texts.map(({ locale, state, outdated }) => (
            <span key={locale} title={format.language(locale)}>
              <Badge tone={outdated ? 'warning' : state === 'published' ? 'success' : 'neutral'}>
                {t('articles.chip', {
                  language: locale,
                  standing: t(
                    `articles.standing.${outdated ? 'outdated' : state === 'published' ? 'current' : 'draft'}`,
                  ),
                })}
              </Badge>
            </span>
          ))}
        </span>
      ),
      from: 'md',
    },
    {
      id: 'remarks',
      header: t('articles.import.remarks'),
      value: (row) => remarksOf(row).join(' '),
      cell: (row) => (
        <ul className="max-w-prose min-w-40 py-1 text-sm text-ink-2">
          {remarksOf(row).map((it) => (
            <li key={it}>{it}</li>
          ))}
        </ul>
      ),
    },
  ];
  return (
    <DataTable
      label={t('articles.import.result')}
      columns={columns}
      rows={outcomes}
      rowKey={({ externalId }) => externalId}
      csvName="article-import"
    />
  );
}
