import type { QuestionCluster } from '@fairlead/contract';
import { ChevronRight, Minus, TrendingDown, TrendingUp } from 'lucide-react';
import { useState } from 'react';
import { useFormat, useT } from '../../../i18n/i18n.tsx';
import { Badge } from '../../../ui/badge.tsx';
import { ClusterDetail } from './cluster-detail.tsx';
import { clusterTitle, trendOf } from './cluster-title.ts';

const trends = { more: <TrendingUp />, less: <TrendingDown />, same: <Minus /> };

/** A cluster in the list; opened, all of it. */
export function ClusterLine({ cluster }: { cluster: QuestionCluster }) {
  const t = useT();
  const format = useFormat();
  const [open, setOpen] = useState(false);
  const { sample, questions, languages, lately, before, causes, firstAt, lastAt } = cluster;
  const trend = trendOf(cluster);
  return (
    <li className="py-2">
      <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)} className="group">
        <summary className="flex cursor-pointer list-none items-start gap-2 rounded-md px-1 py-1.5 hover:bg-hover">
          <ChevronRight
            className="mt-0.5 size-4 shrink-0 text-ink-3 transition-transform group-open:rotate-90 rtl:-scale-x-100"
            aria-hidden
          />
          <span className="min-w-0 flex-1">
            <span className="block font-medium [overflow-wrap:anywhere]">{clusterTitle(t, cluster)}</span>
            <span className="block truncate text-sm text-ink-2">
              <bdi lang={sample.locale}>{sample.text}</bdi>
            </span>
            <span className="mt-1 flex flex-wrap gap-1">
              <Badge tone="accent">{t('learning.count', { count: questions })}</Badge>
              <Badge icon={trends[trend]} tone={trend === 'more' ? 'warning' : 'neutral'}>
                {t('learning.trend', { lately, before })}
              </Badge>
              {languages.map((it) => (
                <Badge
                  key={it.locale}
                >{`${format.language(it.locale)} ${format.number(it.questions)}`}</Badge>
              ))}
            </span>
          </span>
        </summary>
        {open && (
          <div className="flex flex-col gap-4 ps-7 pe-1 pt-2 pb-3">
            <p className="text-sm text-ink-2">
              {causes
                .map((it) => `${t(`learning.cause.${it.cause}`)}: ${format.number(it.questions)}`)
                .join(' · ')}
              <span className="block text-ink-3">
                {t('learning.seen', { first: format.dateTime(firstAt), last: format.dateTime(lastAt) })}
              </span>
            </p>
            <ClusterDetail cluster={cluster} />
          </div>
        )}
      </details>
    </li>
  );
}
