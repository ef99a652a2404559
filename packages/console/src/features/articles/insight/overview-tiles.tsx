import type { Figure } from '@fairlead/contract';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useFormat, useT } from '../../../i18n/i18n.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { ChangeMark } from './change-mark.tsx';
import { overviewQuery, type Span } from './insight-queries.ts';

/** How readers fared, at a glance. Where it cannot be loaded the lists below say why. */
export function OverviewTiles({ span }: { span: Span }) {
  const t = useT();
  const format = useFormat();
  const { data } = useQuery({ ...overviewQuery(span), placeholderData: keepPreviousData });
  const figure = (value: Figure | undefined, of?: number) =>
    value && (
      <>
        {format.number(value.now)} <ChangeMark figure={value} />
        {of !== undefined && (
          <span className="block text-xs font-normal text-ink-3">
            {t('articles.insight.of', { count: of })}
          </span>
        )}
      </>
    );
  const votes = data && data.helpful.now + data.unhelpful.now;
  return (
    <dl className="grid shrink-0 grid-cols-2 gap-px overflow-hidden rounded-lg border border-line bg-line md:grid-cols-3 xl:grid-cols-6">
      <Tile label={t('articles.insight.tab.empty')}>{figure(data?.empty, data?.searches.now)}</Tile>
      <Tile label={t('articles.insight.tab.unopened')}>{figure(data?.unopened, data?.searches.now)}</Tile>
      <Tile label={t('articles.insight.views')}>{figure(data?.views)}</Tile>
      <Tile label={t('articles.insight.tab.contacts')}>{figure(data?.contacts)}</Tile>
      <Tile label={t('articles.insight.unhelpful')}>
        {data && (
          <>
            {format.number(data.unhelpful.now)} <ChangeMark figure={data.unhelpful} />
            <span className="block text-xs font-normal text-ink-3">
              {t('articles.insight.of_votes', { count: votes ?? 0 })}
            </span>
          </>
        )}
      </Tile>
      <Tile label={t('articles.insight.waiting')}>
        {data && (
          <>
            {format.number(data.outdated + data.due)}
            <span className="block text-xs font-normal text-ink-3">
              {t('articles.insight.waiting.parts', { outdated: data.outdated, due: data.due })}
            </span>
          </>
        )}
      </Tile>
    </dl>
  );
}

function Tile({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="bg-surface px-4 py-3">
      <dt className="text-sm text-ink-3">{label}</dt>
      <dd className="mt-0.5 min-h-12 text-xl font-semibold tabular-nums">
        {children || <Skeleton className="mt-1 h-6 w-16" />}
      </dd>
    </div>
  );
}
