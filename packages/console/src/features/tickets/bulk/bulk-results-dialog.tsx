import { type BulkResult, CallError, type ErrorCode, errorCatalogue, type Ticket } from '@fairlead/contract';
import { CircleAlert } from 'lucide-react';
import { useT } from '../../../i18n/i18n.tsx';
import { useErrorText } from '../../../i18n/use-error-text.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';

interface BulkResultsDialogProps {
  results: readonly BulkResult[];
  tickets: readonly Ticket[];
  onClose: () => void;
}

/** The tickets of a bulk edit that stayed as they were, each with the reason. */
export function BulkResultsDialog({ results, tickets, onClose }: BulkResultsDialogProps) {
  const t = useT();
  const errorText = useErrorText();
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('tickets.bulk.refused', { count: results.length })}
      description={t('tickets.bulk.refused.text')}
      footer={<Button onClick={onClose}>{t('ui.close')}</Button>}
    >
      <ul className="flex flex-col gap-2">
        {results.map(({ id, refused }) => {
          const ticket = tickets.find((it) => it.id === id);
          return (
            <li key={id} className="flex items-start gap-2">
              <CircleAlert className="mt-0.5 size-4 shrink-0 text-danger-text" aria-hidden />
              <span className="min-w-0">
                {ticket && (
                  <span className="block font-medium [overflow-wrap:anywhere]">
                    {t('tickets.named', { number: String(ticket.number), subject: ticket.subject })}
                  </span>
                )}
                <span className="text-ink-2">{errorText(refused && errorFrom(refused))}</span>
              </span>
            </li>
          );
        })}
      </ul>
    </Dialog>
  );
}

/** A refusal as a call that failed would carry it, where this release knows its code. */
function errorFrom({ code, params }: NonNullable<BulkResult['refused']>): CallError | null {
  const known = (Object.keys(errorCatalogue) as ErrorCode[]).find((it) => it === code);
  return known ? new CallError(known, params, errorCatalogue[known].status) : null;
}
