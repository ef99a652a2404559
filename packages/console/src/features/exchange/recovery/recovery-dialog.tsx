import { endpoints, minimumRecoveryNote, type Recovery } from '@fairlead/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../../api.ts';
import { useT } from '../../../i18n/i18n.tsx';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Form } from '../../../ui/form.tsx';
import { FormError } from '../../../ui/form-error.tsx';
import { NoteField } from '../note-field.tsx';

export type RecoveryDecision = 'confirmDocument' | 'approve' | 'refuse';
const words = { confirmDocument: 'confirm_document', approve: 'approve', refuse: 'refuse' } as const;

/** Decides about a recovery, and says by what: it is kept. */
export function RecoveryDialog({
  recovery,
  decision,
  onClose,
}: {
  recovery: Recovery;
  decision: RecoveryDecision;
  onClose: () => void;
}) {
  const t = useT();
  const client = useQueryClient();
  const [note, setNote] = useState('');
  const enough = note.trim().length >= minimumRecoveryNote;
  const decide = useMutation({
    mutationFn: () =>
      call(endpoints.recoveries[decision], { params: { id: recovery.id }, body: { note: note.trim() } }),
    onSuccess: onClose,
    onSettled: () => client.invalidateQueries({ queryKey: ['recoveries'] }),
  });
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t(`exchange.recovery.${words[decision]}`)}
      keepOpenOutside
      footer={
        <>
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
          <Button
            type="submit"
            form="recovery"
            variant={decision === 'refuse' ? 'danger' : 'primary'}
            loading={decide.isPending}
          >
            {t(`exchange.recovery.${words[decision]}`)}
          </Button>
        </>
      }
    >
      <Form id="recovery" valid={enough} onSubmit={() => decide.mutate()} className="flex flex-col gap-4">
        {(tried) => (
          <>
            <p className="text-ink-2">{t(`exchange.recovery.${words[decision]}.text`)}</p>
            <NoteField
              value={note}
              onChange={setNote}
              hint={t('exchange.recovery.note.hint')}
              minimum={minimumRecoveryNote}
              tried={tried}
            />
            <FormError error={decide.error} />
          </>
        )}
      </Form>
    </Dialog>
  );
}
