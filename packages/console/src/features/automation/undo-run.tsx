import { endpoints, type RuleRun } from '@fairlead/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Undo2 } from 'lucide-react';
import { call } from '../../api.ts';
import { useT } from '../../i18n/i18n.tsx';
import { useCan } from '../../session.tsx';
import { Button } from '../../ui/button.tsx';
import { useToast } from '../../ui/toast.tsx';

/** Takes back what a rule changed about a ticket, while that can be done. */
export function UndoRun({ run }: { run: Pick<RuleRun, 'id' | 'undoUntil'> }) {
  const t = useT();
  const can = useCan();
  const toast = useToast();
  const client = useQueryClient();
  const undo = useMutation({
    mutationFn: () => call(endpoints.automation.undoRun, { params: { id: run.id } }),
    onSuccess: () => toast.show({ title: t('automation.run.undo.done'), tone: 'success' }),
    onError: (error) => toast.error(error),
    onSettled: () => client.invalidateQueries({ queryKey: ['automation'] }),
  });
  if (!run.undoUntil || !can('tickets.write')) return null;
  return (
    <Button size="sm" variant="quiet" icon={<Undo2 />} loading={undo.isPending} onClick={() => undo.mutate()}>
      {t('automation.run.undo')}
    </Button>
  );
}
