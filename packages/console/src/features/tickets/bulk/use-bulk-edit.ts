import { type BodyOf, type BulkResult, endpoints, undoMinutes } from '@fairlead/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../../api.ts';
import { useT } from '../../../i18n/i18n.tsx';
import { ticketKeys } from '../../../live/ticket-queries.ts';
import { useToast } from '../../../ui/toast.tsx';

type BulkBody = BodyOf<typeof endpoints.tickets.bulk>;
export type BulkChange = Omit<BulkBody, 'ids'>;

interface BulkEdit {
  busy: boolean;
  /** Changes all; answers what became of each, or null when none could be asked for. */
  run: (ids: readonly string[], change: BulkChange) => Promise<readonly BulkResult[] | null>;
}

/** Changes many tickets at once, says how many, and offers the way back for as long as the server keeps it. */
export function useBulkEdit(): BulkEdit {
  const t = useT();
  const toast = useToast();
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const fetchAgain = () => client.invalidateQueries({ queryKey: ticketKeys.all });

  const undo = async (id: string) => {
    try {
      const { results } = await call(endpoints.tickets.undoBulk, { params: { id } });
      await fetchAgain();
      const kept = results.filter((result) => result.refused).length;
      toast.show({
        title: t('tickets.bulk.undone', { count: results.length - kept }),
        tone: 'success',
        ...(kept > 0 ? { description: t('tickets.bulk.undone.kept', { count: kept }) } : {}),
      });
    } catch (error) {
      toast.error(error);
    }
  };
  const run: BulkEdit['run'] = async (ids, change) => {
    setBusy(true);
    try {
      const body = { ids: [...ids], ...change };
      const { results, undoId } = await call(endpoints.tickets.bulk, { body });
      await fetchAgain();
      const refused = results.filter((result) => result.refused).length;
      toast.show({
        id: 'tickets-bulk',
        title: t('tickets.bulk.changed', { count: results.filter((result) => result.changed).length }),
        tone: refused > 0 ? 'neutral' : 'success',
        ...(refused > 0 ? { description: t('tickets.bulk.refused', { count: refused }) } : {}),
        ...(undoId
          ? {
              duration: undoMinutes * 60_000,
              action: { label: t('tickets.undo'), run: () => void undo(undoId), undoes: true },
            }
          : {}),
      });
      return results;
    } catch (error) {
      toast.error(error);
      return null;
    } finally {
      setBusy(false);
    }
  };
  return { busy, run };
}
