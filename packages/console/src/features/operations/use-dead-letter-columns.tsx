import type { DeadLetter } from '@fairlead/contract';
import { RotateCw, Trash2 } from 'lucide-react';
import { useMemo } from 'react';
import { useFormat, useT } from '../../i18n/i18n.tsx';
import { Button } from '../../ui/button.tsx';
import type { Column } from '../../ui/data-table.tsx';
import { IconButton } from '../../ui/icon-button.tsx';

interface DeadLetterColumnsOptions {
  manage: boolean;
  busy: boolean;
  onOpen: (letter: DeadLetter) => void;
  onRetry: (letter: DeadLetter) => void;
  onDiscard: (letter: DeadLetter) => void;
}

/** The columns of the table of dead letters. */
export function useDeadLetterColumns(options: DeadLetterColumnsOptions): Column<DeadLetter>[] {
  const { manage, busy, onOpen, onRetry, onDiscard } = options;
  const t = useT();
  const format = useFormat();
  return useMemo(() => {
    const columns: Column<DeadLetter>[] = [
      {
        id: 'event',
        header: t('operations.event'),
        value: (letter) => letter.eventType,
        cell: (letter) => (
          <button
            type="button"
            onClick={() => onOpen(letter)}
            className="rounded-sm font-mono text-sm whitespace-nowrap hover:underline"
          >
            {letter.eventType}
          </button>
        ),
      },
      {
        id: 'subscriber',
        header: t('operations.subscriber'),
        value: (letter) => letter.subscriber,
        from: 'md',
        cell: (letter) => <span className="font-mono text-sm">{letter.subscriber}</span>,
      },
      {
        id: 'error',
        header: t('operations.error'),
        value: (letter) => letter.error,
        className: 'w-full max-w-0',
        cell: (letter) => <span className="block truncate text-danger-text">{letter.error}</span>,
      },
      {
        id: 'attempts',
        header: t('operations.attempts'),
        value: (letter) => letter.attempts,
        align: 'end',
        from: 'lg',
        cell: (letter) => format.number(letter.attempts),
      },
      {
        id: 'failed',
        header: t('operations.failed'),
        value: (letter) => letter.failedAt,
        from: 'md',
        cell: (letter) => (
          <time dateTime={letter.failedAt} className="whitespace-nowrap text-ink-2">
            {format.relativeTime(letter.failedAt)}
          </time>
        ),
      },
    ];
    if (manage) {
      columns.push({
        id: 'actions',
        header: t('operations.actions'),
        align: 'end',
        cell: (letter) => (
          <span className="inline-flex items-center gap-1">
            <Button size="sm" icon={<RotateCw />} disabled={busy} onClick={() => onRetry(letter)}>
              {t('operations.retry')}
            </Button>
            <IconButton
              size="sm"
              label={t('operations.discard')}
              icon={<Trash2 />}
              onClick={() => onDiscard(letter)}
            />
          </span>
        ),
      });
    }
    return columns;
  }, [manage, busy, onOpen, onRetry, onDiscard, t, format]);
}
