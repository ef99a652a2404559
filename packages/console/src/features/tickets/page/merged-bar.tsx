import { endpoints, type TicketDetail } from '@fairlead/contract';
import { Link } from '@tanstack/react-router';
import { Merge, Undo2 } from 'lucide-react';
import { call } from '../../../api.ts';
import { useFormat, useT } from '../../../i18n/i18n.tsx';
import { Button, buttonClass } from '../../../ui/button.tsx';
import { useNow } from '../../inbox/use-now.ts';
import type { TicketActions } from './use-ticket-actions.ts';

/** Says that a ticket was merged into another, and takes it back while that is possible. */
export function MergedBar({ ticket, actions }: { ticket: TicketDetail; actions: TicketActions }) {
  const t = useT();
  const format = useFormat();
  const now = useNow('moment');
  const { id, mergedIntoId, mergeUndoUntil } = ticket;
  if (!mergedIntoId) return null;
  const undoable = mergeUndoUntil !== null && Date.parse(mergeUndoUntil) > now;
  return (
    <div className="flex flex-wrap items-center gap-2 border-b border-line bg-sunken px-4 py-2 text-sm">
      <Merge className="size-4 shrink-0 text-ink-3" aria-hidden />
      <span className="min-w-0 flex-1">
        {undoable ? t('tickets.merged.until', { time: format.time(mergeUndoUntil) }) : t('tickets.merged')}
      </span>
      <Link
        to="/tickets/$ticketId"
        params={{ ticketId: mergedIntoId }}
        className={buttonClass('secondary', 'sm')}
      >
        {t('tickets.merged.into')}
      </Link>
      {undoable && (
        <Button
          size="sm"
          icon={<Undo2 />}
          onClick={() => void actions.run(() => call(endpoints.tickets.undoMerge, { params: { id } }))}
        >
          {t('tickets.merge.undo')}
        </Button>
      )}
    </div>
  );
}
