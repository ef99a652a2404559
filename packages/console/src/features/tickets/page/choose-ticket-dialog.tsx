import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useT } from '../../../i18n/i18n.tsx';
import { ticketListQuery } from '../../../live/ticket-queries.ts';
import { paletteQuery } from '../../../shell/palette-query.ts';
import { usePaused } from '../../../shell/use-paused.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { ErrorState } from '../../../ui/error-state.tsx';
import { Input } from '../../../ui/input.tsx';
import { SkeletonRows } from '../../../ui/skeleton.tsx';
import { StatusBadge } from '../marks/status-badge.tsx';

interface ChooseTicketDialogProps {
  title: string;
  description?: string;
  /** Not offered. */
  except: string;
  /** Only tickets of this customer. */
  customerId: string | undefined;
  /** Closed ones are not offered. */
  openOnly?: boolean;
  /** Nor are those of the back office, which the customer does not see. */
  customersOnly?: boolean;
  /** Above the search. */
  children?: ReactNode;
  onClose: () => void;
  onChoose: (ticketId: string) => void;
}

const typingPause = 250;

/** Finds another ticket, by number, customer, subject or evidence. */
export function ChooseTicketDialog(props: ChooseTicketDialogProps) {
  const { title, description, except, customerId, children, onClose, onChoose } = props;
  const { openOnly = false, customersOnly = false } = props;
  const t = useT();
  const [text, setText] = useState('');
  const q = paletteQuery(usePaused(text, typingPause)) ?? undefined;
  const list = useInfiniteQuery({
    ...ticketListQuery({ ...(q ? { q } : {}), ...(customerId ? { customerId } : {}) }),
    placeholderData: keepPreviousData,
  });
  const found = (list.data?.pages[0]?.items ?? []).filter(
    (ticket) =>
      ticket.id !== except &&
      !(openOnly && ticket.status === 'closed') &&
      !(customersOnly && ticket.parentId !== null),
  );
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      size="sm"
      title={title}
      {...(description ? { description } : {})}
    >
      {children}
      <Input
        type="search"
        aria-label={t('tickets.search')}
        placeholder={t('tickets.search.placeholder')}
        value={text}
        onValueChange={setText}
      />
      <div className="mt-2 max-h-80 overflow-y-auto">
        {list.error && !list.data ? (
          <ErrorState error={list.error} onRetry={() => void list.refetch()} className="py-6!" />
        ) : !list.data ? (
          <SkeletonRows rows={4} />
        ) : found.length === 0 ? (
          <p className="px-2 py-6 text-center text-ink-3">{t('tickets.choose.none')}</p>
        ) : (
          <ul>
            {found.map((ticket) => (
              <li key={ticket.id}>
                <button
                  type="button"
                  onClick={() => {
                    onClose();
                    onChoose(ticket.id);
                  }}
                  className="flex min-h-11 w-full items-center gap-2 rounded-md px-2 py-1.5 text-start hover:bg-hover"
                >
                  <span className="min-w-0 flex-1 [overflow-wrap:anywhere]">
                    {t('tickets.named', { number: String(ticket.number), subject: ticket.subject })}
                  </span>
                  <StatusBadge status={ticket.status} />
                </button>
              </li>
            ))}
          </ul>
        )}
      </div>
    </Dialog>
  );
}
