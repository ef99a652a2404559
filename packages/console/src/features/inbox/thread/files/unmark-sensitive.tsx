import { type Attachment, endpoints, type UnmarkingReason, unmarkingReasons } from '@fairlead/contract';
import { useState } from 'react';
import { call } from '../../../../api.ts';
import { useT } from '../../../../i18n/i18n.tsx';
import { Button } from '../../../../ui/button.tsx';
import { ConfirmDialog } from '../../../../ui/confirm-dialog.tsx';
import { Field } from '../../../../ui/field.tsx';
import { Select } from '../../../../ui/select.tsx';

interface UnmarkSensitiveProps {
  file: Attachment;
  conversationId: string;
  onDone: () => void;
}

/** Takes the mark of a file back, for a reason. The thread learns of it by its live line, as colleagues do. */
export function UnmarkSensitive({ file, conversationId, onDone }: UnmarkSensitiveProps) {
  const t = useT();
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState<UnmarkingReason>('marked_by_mistake');
  const unmark = async () => {
    const params = { id: conversationId, fileId: file.id };
    await call(endpoints.files.unmarkSensitive, { params, body: { reason } });
    onDone();
  };
  return (
    <div className="flex flex-wrap items-center gap-3 border-t border-line pt-4">
      <p className="min-w-0 flex-1 basis-60 text-sm text-ink-2">{t('inbox.sensitive.unmark.hint')}</p>
      <Button onClick={() => setAsking(true)}>{t('inbox.sensitive.unmark')}</Button>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={t('inbox.sensitive.unmark')}
        confirmLabel={t('inbox.sensitive.unmark.do')}
        danger={false}
        onConfirm={unmark}
      >
        <div className="flex flex-col gap-3">
          <p>{t('inbox.sensitive.unmark.text')}</p>
          <Field label={t('inbox.sensitive.unmark.reason')}>
            <Select
              value={reason}
              onChange={setReason}
              options={unmarkingReasons.map((value) => ({ value, label: t(`inbox.unmarking.${value}`) }))}
            />
          </Field>
        </div>
      </ConfirmDialog>
    </div>
  );
}
