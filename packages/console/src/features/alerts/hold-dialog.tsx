import { type AlertHoldReason, alertHoldReason, endpoints, minimumAlertNote } from '@fairlead/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../api.ts';
import { useT } from '../../i18n/i18n.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { Form } from '../../ui/form.tsx';
import { FormError } from '../../ui/form-error.tsx';
import { Select } from '../../ui/select.tsx';
import { Textarea } from '../../ui/textarea.tsx';
import { customerAlertsQuery } from './alert-queries.ts';

/** Stops a customer's alerts, or lets them be sent again; both with why, which is kept. */
export function HoldDialog({
  customerId,
  deed,
  onClose,
}: {
  customerId: string;
  deed: 'hold' | 'lift';
  onClose: () => void;
}) {
  const t = useT();
  const client = useQueryClient();
  const [reason, setReason] = useState<AlertHoldReason>('customer_request');
  const [note, setNote] = useState('');
  const enough = note.trim().length >= minimumAlertNote;
  const params = { id: customerId };
  const act = useMutation({
    mutationFn: () =>
      deed === 'hold'
        ? call(endpoints.alertDesk.hold, { params, body: { reason, note: note.trim() } })
        : call(endpoints.alertDesk.lift, { params, body: { note: note.trim() } }),
    onSuccess: (data) => {
      client.setQueryData(customerAlertsQuery(customerId).queryKey, data);
      onClose();
    },
  });
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t(`alerts.${deed}.title`)}
      keepOpenOutside
      footer={
        <>
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
          <Button
            type="submit"
            form="alert-hold"
            variant={deed === 'hold' ? 'danger' : 'primary'}
            loading={act.isPending}
          >
            {t(`alerts.${deed}.do`)}
          </Button>
        </>
      }
    >
      <Form id="alert-hold" valid={enough} onSubmit={() => act.mutate()} className="flex flex-col gap-4">
        {(tried) => (
          <>
            <p className="text-ink-2">{t(`alerts.${deed}.text`)}</p>
            {deed === 'hold' && (
              <Field label={t('alerts.reason')} hint={t('alerts.reason.hint')}>
                <Select
                  value={reason}
                  onChange={setReason}
                  options={alertHoldReason.options.map((it) => ({
                    value: it,
                    label: t(`alerts.reason.${it}`),
                  }))}
                />
              </Field>
            )}
            <Field
              label={t('alerts.note')}
              hint={t('alerts.note.hint')}
              error={tried && !enough ? t('alerts.note.short', { count: minimumAlertNote }) : undefined}
            >
              <Textarea
                rows={3}
                maxLength={1000}
                value={note}
                onChange={(event) => setNote(event.target.value)}
              />
            </Field>
            <FormError error={act.error} />
          </>
        )}
      </Form>
    </Dialog>
  );
}
