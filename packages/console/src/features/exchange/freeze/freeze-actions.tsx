import { endpoints, type Freeze } from '@fairlead/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../../api.ts';
import { useT } from '../../../i18n/i18n.tsx';
import { useCan, useMe } from '../../../session.tsx';
import { Button } from '../../../ui/button.tsx';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { FormError } from '../../../ui/form-error.tsx';

/** What may be done with a freeze that waits: another one agrees, or not; who asked takes it back. */
export function FreezeActions({ freeze }: { freeze: Freeze }) {
  const t = useT();
  const me = useMe();
  const can = useCan();
  const client = useQueryClient();
  const [sure, setSure] = useState(false);
  const own = freeze.requestedBy?.id === me.agent.id;
  const done = () => client.invalidateQueries({ queryKey: ['freezes'] });
  const at = { params: { id: freeze.id } };
  const refuse = useMutation({ mutationFn: () => call(endpoints.freezes.refuse, at), onSettled: done });
  if (freeze.state !== 'waiting' || !(own || can('exchange.approve_freeze'))) return null;
  return (
    <div className="flex flex-wrap items-center gap-2">
      {!own && (
        <Button size="sm" variant="danger" onClick={() => setSure(true)}>
          {t('exchange.freeze.approve')}
        </Button>
      )}
      <Button size="sm" loading={refuse.isPending} onClick={() => refuse.mutate()}>
        {t(own ? 'exchange.freeze.take_back' : 'exchange.freeze.refuse')}
      </Button>
      <FormError error={refuse.error} />
      <ConfirmDialog
        open={sure}
        onOpenChange={setSure}
        title={t('exchange.freeze.sure', { name: freeze.customer.name ?? freeze.customer.uid ?? '' })}
        confirmLabel={t('exchange.freeze.approve')}
        onConfirm={() => call(endpoints.freezes.approve, at).finally(done)}
      >
        {t('exchange.freeze.sure.text')}
      </ConfirmDialog>
    </div>
  );
}
