import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ArrowLeft, KeyRound } from 'lucide-react';
import { useT } from '../../../i18n/i18n.tsx';
import { buttonClass } from '../../../ui/button.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { ErrorState } from '../../../ui/error-state.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { SkeletonRows } from '../../../ui/skeleton.tsx';
import { groupRivals } from './group-rivals.ts';
import { RecoveryCard } from './recovery-card.tsx';
import { recoveriesQuery } from './recovery-queries.ts';
import { Rivals } from './rivals.tsx';

/** Accounts that somebody asks back, for agents to decide; and those of late. */
export function RecoveriesPage() {
  const t = useT();
  const recoveries = useQuery(recoveriesQuery);
  return (
    <div className="flex h-full flex-col">
      <PageHeader
        title={t('exchange.recoveries')}
        description={t('exchange.recoveries.text')}
        leading={
          <Link to="/customers" aria-label={t('customers.back')} className={`${buttonClass('quiet')} px-2!`}>
            <ArrowLeft className="size-4 rtl:-scale-x-100" />
          </Link>
        }
      />
      <div className="min-h-0 flex-1 overflow-y-auto px-gutter py-5">
        {recoveries.error && !recoveries.data ? (
          <ErrorState error={recoveries.error} onRetry={() => void recoveries.refetch()} />
        ) : !recoveries.data ? (
          <SkeletonRows />
        ) : recoveries.data.length === 0 ? (
          <EmptyState icon={<KeyRound />} title={t('exchange.recoveries.none')}>
            {t('exchange.recoveries.none.text')}
          </EmptyState>
        ) : (
          <ul className="flex max-w-6xl flex-col gap-3">
            {groupRivals(recoveries.data).map((group) => {
              const [first] = group;
              if (!first) return null;
              return group.length > 1 ? (
                <Rivals key={first.id} uid={first.uid} claims={group} />
              ) : (
                <RecoveryCard key={first.id} recovery={first} />
              );
            })}
          </ul>
        )}
      </div>
    </div>
  );
}
