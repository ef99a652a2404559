import type { DeadLetter } from '@fairlead/contract';
import { useQuery } from '@tanstack/react-query';
import { MailCheck, RotateCw } from 'lucide-react';
import { useState } from 'react';
import { useT } from '../../i18n/i18n.tsx';
import { deadLettersQuery } from '../../queries.ts';
import { useCan } from '../../session.tsx';
import { useSort } from '../../shell/use-sort.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { DeadLetterDialog } from './dead-letter-dialog.tsx';
import { useDeadLetterActions } from './use-dead-letter-actions.ts';
import { useDeadLetterColumns } from './use-dead-letter-columns.tsx';

/** What could not be processed, even after every retry: seen, tried again, or given up. */
export function DeadLettersPage() {
  const t = useT();
  const manage = useCan()('operations.manage');
  const letters = useQuery(deadLettersQuery);
  const sorting = useSort({ id: 'failed', descending: true });
  const { retry, discard } = useDeadLetterActions();
  const [open, setOpen] = useState<DeadLetter | null>(null);
  const [discarding, setDiscarding] = useState<DeadLetter | null>(null);
  const columns = useDeadLetterColumns({
    manage,
    busy: retry.isPending,
    onOpen: setOpen,
    onRetry: (letter) => retry.mutate(letter),
    onDiscard: setDiscarding,
  });

  return (
    <div className="flex h-full flex-col">
      <PageHeader
        title={t('shell.nav.dead_letters')}
        description={t('operations.text')}
        actions={
          <IconButton
            label={t('operations.refresh')}
            icon={<RotateCw className={letters.isFetching ? 'animate-spin' : ''} />}
            onClick={() => void letters.refetch()}
          />
        }
      />
      <div className="min-h-0 flex-1 overflow-y-auto px-gutter py-5">
        {letters.error && !letters.data ? (
          <ErrorState error={letters.error} onRetry={() => void letters.refetch()} />
        ) : !letters.data ? (
          <SkeletonRows />
        ) : letters.data.length === 0 ? (
          <EmptyState icon={<MailCheck />} title={t('operations.empty.title')}>
            {t('operations.empty.text')}
          </EmptyState>
        ) : (
          <DataTable
            label={t('shell.nav.dead_letters')}
            columns={columns}
            rows={letters.data}
            rowKey={(letter) => letter.id}
            onOpen={setOpen}
            csvName="dead-letters"
            toolbar={
              <span className="text-sm text-ink-3">
                {t('operations.count', { count: letters.data.length })}
              </span>
            }
            {...sorting}
          />
        )}
      </div>
      {open && <DeadLetterDialog letter={open} onClose={() => setOpen(null)} />}
      {discarding && (
        <ConfirmDialog
          open
          onOpenChange={(next) => !next && setDiscarding(null)}
          title={t('operations.discard.title')}
          confirmLabel={t('operations.discard')}
          onConfirm={() => discard.mutateAsync(discarding)}
        >
          {t('operations.discard.text', { type: discarding.eventType, subscriber: discarding.subscriber })}
        </ConfirmDialog>
      )}
    </div>
  );
}
