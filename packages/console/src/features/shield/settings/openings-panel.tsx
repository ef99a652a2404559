import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useFormat, useT } from '../../../i18n/i18n.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { ErrorState } from '../../../ui/error-state.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { SkeletonRows } from '../../../ui/skeleton.tsx';
import { sealOpeningsQuery } from '../shield-queries.ts';

/** Who opened sealed originals, when and why. */
export function OpeningsPanel() {
  const t = useT();
  const format = useFormat();
  const { data, error, refetch } = useQuery(sealOpeningsQuery);
  return (
    <Panel title={t('shield.openings')}>
      {error && !data ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <SkeletonRows />
      ) : data.length === 0 ? (
        <p className="text-ink-3">{t('shield.openings.none')}</p>
      ) : (
        <DataTable
          label={t('shield.openings')}
          csvName="sealed-originals-opened"
          rows={data}
          rowKey={(it) => it.id}
          columns={[
            {
              id: 'when',
              header: t('shield.openings.when'),
              cell: (it) => (
                <Link
                  to="/inbox/$view/$conversationId"
                  params={{ view: 'all', conversationId: it.conversationId }}
                  title={t('shield.openings.conversation')}
                  className="text-accent-text underline underline-offset-2"
                >
                  {format.dateTime(it.openedAt)}
                </Link>
              ),
              value: (it) => it.openedAt,
            },
            {
              id: 'who',
              header: t('shield.openings.who'),
              cell: (it) => it.by.name,
              value: (it) => it.by.name,
            },
            {
              id: 'kind',
              header: t('shield.counts.by.kind'),
              cell: (it) => t(`shield.kind.${it.kind}`),
              value: (it) => t(`shield.kind.${it.kind}`),
            },
            {
              id: 'reason',
              header: t('shield.reason'),
              cell: (it) => t(`shield.reason.${it.reason}`),
              value: (it) => t(`shield.reason.${it.reason}`),
            },
            {
              id: 'note',
              header: t('shield.openings.note'),
              cell: (it) => it.note,
              value: (it) => it.note,
              from: 'md',
              className: 'break-words',
            },
          ]}
        />
      )}
    </Panel>
  );
}
