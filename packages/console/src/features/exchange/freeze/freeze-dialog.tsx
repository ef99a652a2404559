import { endpoints, type FreezeReason, freezeReasons, minimumFreezeNote } from '@fairlead/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../../api.ts';
import { useT } from '../../../i18n/i18n.tsx';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Field } from '../../../ui/field.tsx';
import { Form } from '../../../ui/form.tsx';
import { FormError } from '../../../ui/form-error.tsx';
import { Select } from '../../../ui/select.tsx';
import { NoteField } from '../note-field.tsx';

interface FreezeDialogProps {
  conversationId: string;
  /** Somebody else has to agree. */
  needsTwo: boolean;
  onClose: () => void;
}

/** Asks for the account of a conversation's customer to be frozen, and why. */
export function FreezeDialog({ conversationId, needsTwo, onClose }: FreezeDialogProps) {
  const t = useT();
  const client = useQueryClient();
  const [reason, setReason] = useState<FreezeReason>('stolen_account');
  const [note, setNote] = useState('');
  const enough = note.trim().length >= minimumFreezeNote;
  const ask = useMutation({
    mutationFn: () =>
      call(endpoints.freezes.ask, { params: { id: conversationId }, body: { reason, note: note.trim() } }),
    onSuccess: onClose,
    onSettled: () => client.invalidateQueries({ queryKey: ['freezes'] }),
  });
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('exchange.freeze.title')}
      keepOpenOutside
      footer={
        <>
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
          <Button type="submit" form="freeze" variant="danger" loading={ask.isPending}>
            {t(needsTwo ? 'exchange.freeze.ask' : 'exchange.freeze.now')}
          </Button>
        </>
      }
    >
      <Form id="freeze" valid={enough} onSubmit={() => ask.mutate()} className="flex flex-col gap-4">
        {(tried) => (
          <>
            <p className="text-ink-2">
              {t(needsTwo ? 'exchange.freeze.text_two' : 'exchange.freeze.text_one')}
            </p>
            <Field label={t('exchange.freeze.reason')}>
              <Select
                value={reason}
                onChange={setReason}
                options={freezeReasons.map((it) => ({ value: it, label: t(`exchange.freeze.reason.${it}`) }))}
              />
            </Field>
            <NoteField
              value={note}
              onChange={setNote}
              hint={t('exchange.freeze.note.hint')}
              minimum={minimumFreezeNote}
              tried={tried}
            />
            <FormError error={ask.error} />
          </>
        )}
      </Form>
    </Dialog>
  );
}
