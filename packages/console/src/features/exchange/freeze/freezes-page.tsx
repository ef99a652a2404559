import type { Freeze } from '@fairlead/contract';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ArrowLeft, Snowflake } from 'lucide-react';
import { useFormat, useT } from '../../../i18n/i18n.tsx';
import { buttonClass } from '../../../ui/button.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { ErrorState } from '../../../ui/error-state.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { SkeletonRows } from '../../../ui/skeleton.tsx';
import { FreezeActions } from './freeze-actions.tsx';
import { FreezeBadge } from './freeze-badge.tsx';
import { freezesQuery } from './freeze-queries.ts';

/** Accounts that somebody wants frozen, for a second person to agree to; and those of late. */
export function FreezesPage() {
  const t = useT();
  const freezes = useQuery(freezesQuery);
  return (
    <div className="flex h-full flex-col">
      <PageHeader
        title={t('exchange.freezes')}
        description={t('exchange.freezes.text')}
        leading={
          <Link to="/customers" aria-label={t('customers.back')} className={`${buttonClass('quiet')} px-2!`}>
            <ArrowLeft className="size-4 rtl:-scale-x-100" />
          </Link>
        }
      />
      <div className="min-h-0 flex-1 overflow-y-auto px-gutter py-5">
        {freezes.error && !freezes.data ? (
          <ErrorState error={freezes.error} onRetry={() => void freezes.refetch()} />
        ) : !freezes.data ? (
          <SkeletonRows />
        ) : freezes.data.length === 0 ? (
          <EmptyState icon={<Snowflake />} title={t('exchange.freezes.none')}>
            {t('exchange.freezes.none.text')}
          </EmptyState>
        ) : (
          <ul className="flex max-w-4xl flex-col gap-3">
            {freezes.data.map((it) => (
              <FreezeCard key={it.id} freeze={it} />
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}

function FreezeCard({ freeze }: { freeze: Freeze }) {
  const t = useT();
  const format = useFormat();
  const { customer, conversationId, state, reason, note, requestedBy, requestedAt, decidedBy, frozenAt } =
    freeze;
  const name = customer.name ?? customer.uid ?? customer.id.slice(-6);
  return (
    <li className="flex flex-col gap-2 rounded-lg border border-line bg-surface p-4">
      <div className="flex flex-wrap items-center gap-2">
        <FreezeBadge state={state} />
        <Link
          to="/customers/$customerId"
          params={{ customerId: customer.id }}
          className="font-medium underline-offset-2 hover:underline"
        >
          {name}
        </Link>
        {customer.uid && <span className="text-sm text-ink-3">UID {customer.uid}</span>}
        <time dateTime={requestedAt} className="ms-auto text-sm text-ink-3">
          {format.dateTime(requestedAt)}
        </time>
      </div>
      <p className="text-sm">
        {t(`exchange.freeze.reason.${reason}`)}
        {note && ` · ${note}`}
      </p>
      <p className="text-sm text-ink-2">
        {t('exchange.freeze.asked_by', { name: requestedBy?.name ?? t('exchange.freeze.customer') })}
        {decidedBy && decidedBy.id !== requestedBy?.id && (
          <>
            {' '}
            ·{' '}
            {t(state === 'refused' ? 'exchange.freeze.refused_by' : 'exchange.freeze.agreed_by', {
              name: decidedBy.name,
            })}
          </>
        )}
        {frozenAt && <> · {t('exchange.frozen', { time: format.dateTime(frozenAt) })}</>}
      </p>
      <div className="flex flex-wrap items-center gap-2">
        <FreezeActions freeze={freeze} />
        {conversationId && (
          <Link
            to="/inbox/$view/$conversationId"
            params={{ view: 'all', conversationId }}
            className={buttonClass('quiet')}
          >
            {t('exchange.freeze.conversation')}
          </Link>
        )}
      </div>
    </li>
  );
}
