import { endpoints, minimumSealNote, type SealReason, sealReasons } from '@fairlead/contract';
import { useMutation } from '@tanstack/react-query';
import { TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { call } from '../../../api.ts';
import { useT } from '../../../i18n/i18n.tsx';
import { Button } from '../../../ui/button.tsx';
import { Field } from '../../../ui/field.tsx';
import { Form } from '../../../ui/form.tsx';
import { FormError } from '../../../ui/form-error.tsx';
import { Select } from '../../../ui/select.tsx';
import { Textarea } from '../../../ui/textarea.tsx';

interface OpenSealedProps {
  conversationId: string;
  removalId: string;
  onCancel: () => void;
}

/** Asks why, then shows the original this once: it stands nowhere but here, and goes with the window. */
export function OpenSealed({ conversationId, removalId, onCancel }: OpenSealedProps) {
  const t = useT();
  const [reason, setReason] = useState<SealReason | null>(null);
  const [note, setNote] = useState('');
  const enough = note.trim().length >= minimumSealNote;
  const open = useMutation({
    mutationFn: (why: SealReason) =>
      call(endpoints.shield.open, {
        params: { id: conversationId, removalId },
        body: { reason: why, note: note.trim() },
      }),
    // Nothing keeps it once the window is gone.
    gcTime: 0,
  });
  if (open.data)
    return (
      <div className="flex flex-col gap-2">
        <p className="flex gap-2 rounded-md bg-warning-soft px-3 py-2 text-sm text-warning-text">
          <TriangleAlert className="mt-0.5 size-4 shrink-0" aria-hidden />
          {t('shield.open.once')}
        </p>
        <p
          dir="ltr"
          className="rounded-md border border-line bg-sunken px-3 py-2 font-mono text-sm break-all select-text"
        >
          {open.data.text}
        </p>
        <p className="text-sm text-ink-3">{t('shield.open.left', { count: open.data.left })}</p>
      </div>
    );
  return (
    <Form
      valid={reason !== null && enough}
      onSubmit={() => reason && open.mutate(reason)}
      className="flex flex-col gap-4 rounded-md border border-line p-3"
    >
      {(tried) => (
        <>
          <Field
            label={t('shield.reason')}
            error={tried && reason === null ? t('shield.open.missing') : undefined}
          >
            <Select
              value={reason}
              onChange={setReason}
              placeholder={t('shield.open.choose')}
              options={sealReasons.map((value) => ({ value, label: t(`shield.reason.${value}`) }))}
            />
          </Field>
          <Field
            label={t('shield.openings.note')}
            hint={t('shield.open.hint')}
            error={tried && !enough ? t('exchange.freeze.note.short', { count: minimumSealNote }) : undefined}
          >
            <Textarea
              rows={3}
              maxLength={500}
              value={note}
              onChange={(event) => setNote(event.target.value)}
            />
          </Field>
          <FormError error={open.error} />
          <div className="flex flex-wrap gap-2">
            <Button onClick={onCancel}>{t('ui.cancel')}</Button>
            <Button type="submit" variant="danger" loading={open.isPending}>
              {t('shield.open.do')}
            </Button>
          </div>
        </>
      )}
    </Form>
  );
}
