import type { CallError } from '@fairlead/contract';
import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useT } from '../../../i18n/i18n.tsx';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Field } from '../../../ui/field.tsx';
import { Form } from '../../../ui/form.tsx';
import { FormError } from '../../../ui/form-error.tsx';
import { SkeletonRows } from '../../../ui/skeleton.tsx';
import { Textarea } from '../../../ui/textarea.tsx';
import { FailureList } from '../results/failure-list.tsx';
import { examplesQuery, runQuery } from '../results/results-queries.ts';

interface SaveAnywayDialogProps {
  fall: CallError;
  busy: boolean;
  onSave: (reason: string) => void;
  onClose: () => void;
}

/** Says which examples the settings would cost, and saves them all the same to who says why. */
export function SaveAnywayDialog({ fall, busy, onSave, onClose }: SaveAnywayDialogProps) {
  const t = useT();
  const form = useId();
  const [reason, setReason] = useState('');
  const { data } = useQuery(runQuery(String(fall.params['run']), 0));
  const { data: examples } = useQuery(examplesQuery);
  const given = reason.trim().length >= 3;
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      keepOpenOutside
      size="lg"
      title={t('assistant.fall')}
      description={t('assistant.fall.text')}
      footer={
        <>
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
          <Button type="submit" form={form} variant="danger" loading={busy}>
            {t('assistant.fall.save')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <FormError error={fall} />
        <Form id={form} valid={given} onSubmit={() => onSave(reason.trim())}>
          {(tried) => (
            <Field
              label={t('assistant.fall.reason')}
              hint={t('assistant.fall.reason.hint')}
              error={tried && !given ? t('assistant.fall.reason.missing') : undefined}
            >
              <Textarea
                rows={2}
                maxLength={500}
                value={reason}
                onChange={(event) => setReason(event.target.value)}
              />
            </Field>
          )}
        </Form>
        <section aria-label={t('assistant.results.wrong')}>
          <h3 className="mb-2 text-sm font-medium">{t('assistant.fall.examples')}</h3>
          {data ? (
            <FailureList failures={data.failures} known={new Set(examples?.map((it) => it.id))} />
          ) : (
            <SkeletonRows rows={4} />
          )}
        </section>
      </div>
    </Dialog>
  );
}
