import type { Channel, RemovedKind } from '@fairlead/contract';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useFormat, useT } from '../../../i18n/i18n.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { ErrorState } from '../../../ui/error-state.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { Segmented } from '../../../ui/segmented.tsx';
import { Select } from '../../../ui/select.tsx';
import { SkeletonRows } from '../../../ui/skeleton.tsx';
import { removedCountsQuery } from '../shield-queries.ts';
import { countsBy, type GroupCount, type Grouping, groupings } from './counts-by.ts';

const spans = ['4', '12', '52'] as const;

/** How often something was removed, and held back in browsers, by kind, channel, language or week; and how often that was said to be wrong. */
export function CountsPanel() {
  const t = useT();
  const format = useFormat();
  const [by, setBy] = useState<Grouping>('kind');
  const [weeks, setWeeks] = useState<(typeof spans)[number]>('12');
  const { data, error, refetch } = useQuery(removedCountsQuery(Number(weeks)));
  const rows = data ? countsBy(data, by) : [];
  const most = Math.max(1, ...rows.map((it) => it.count + it.heldBack));
  const nameOf = ({ key }: GroupCount): string => {
    if (by === 'kind') return t(`shield.kind.${key as RemovedKind}`);
    if (by === 'channel') return t(`inbox.channel.${key as Channel}`);
    return by === 'locale' ? format.language(key) : format.date(`${key}T12:00:00Z`);
  };
  return (
    <Panel title={t('shield.counts')} description={t('shield.counts.text')}>
      <div className="flex flex-col gap-3">
        <div className="flex flex-wrap items-center gap-3">
          <Segmented
            label={t('shield.counts.by')}
            value={by}
            onChange={setBy}
            options={groupings.map((value) => ({ value, label: t(`shield.counts.by.${value}`) }))}
          />
          <Select
            label={t('shield.counts.weeks')}
            className="w-52"
            value={weeks}
            onChange={setWeeks}
            options={spans.map((value) => ({
              value,
              label: t('shield.counts.weeks.last', { count: Number(value) }),
            }))}
          />
        </div>
        {error && !data ? (
          <ErrorState error={error} onRetry={() => void refetch()} />
        ) : !data ? (
          <SkeletonRows />
        ) : rows.length === 0 ? (
          <p className="text-ink-3">{t('shield.counts.none')}</p>
        ) : (
          <DataTable
            label={t('shield.counts')}
            csvName="secret-shield"
            rows={rows}
            rowKey={(it) => it.key}
            columns={[
              {
                id: 'name',
                header: t(`shield.counts.by.${by}`),
                cell: (it) => nameOf(it),
                value: (it) => nameOf(it),
              },
              {
                id: 'bar',
                header: '',
                cell: (it) => (
                  <span aria-hidden className="flex h-2 overflow-hidden rounded-sm">
                    <span className="bg-accent" style={{ inlineSize: `${(100 * it.count) / most}%` }} />
                    <span
                      className="bg-accent-soft ring-1 ring-accent-text/40 ring-inset"
                      style={{ inlineSize: `${(100 * it.heldBack) / most}%` }}
                    />
                  </span>
                ),
                from: 'md',
                className: 'w-1/2',
              },
              {
                id: 'count',
                header: t('shield.counts.removed'),
                cell: (it) => format.number(it.count),
                value: (it) => it.count,
                align: 'end',
              },
              {
                id: 'held',
                header: t('shield.counts.held'),
                cell: (it) => format.number(it.heldBack),
                value: (it) => it.heldBack,
                align: 'end',
              },
              {
                id: 'false',
                header: t('shield.counts.false'),
                cell: (it) => format.number(it.falseAlarms),
                value: (it) => it.falseAlarms,
                align: 'end',
              },
            ]}
          />
        )}
      </div>
    </Panel>
  );
}
