import { type Attachment, endpoints, type OpeningReason, openingReasons } from '@fairlead/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { useId, useState } from 'react';
import { call } from '../../../../api.ts';
import { useT } from '../../../../i18n/i18n.tsx';
import { useCan } from '../../../../session.tsx';
import { Button, buttonClass } from '../../../../ui/button.tsx';
import { Dialog } from '../../../../ui/dialog.tsx';
import { Field } from '../../../../ui/field.tsx';
import { Form } from '../../../../ui/form.tsx';
import { FormError } from '../../../../ui/form-error.tsx';
import { Input } from '../../../../ui/input.tsx';
import { Select } from '../../../../ui/select.tsx';
import { FileOpenings, openingsKey } from './file-openings.tsx';
import { UnmarkSensitive } from './unmark-sensitive.tsx';

interface SensitiveDialogProps {
  file: Attachment;
  conversationId: string;
  onClose: () => void;
}

/** Asks for the reason, then shows the file; below, who opened it before. */
export function SensitiveDialog({ file, conversationId, onClose }: SensitiveDialogProps) {
  const t = useT();
  const form = useId();
  const client = useQueryClient();
  const allowed = useCan()('files.open_sensitive');
  const [reason, setReason] = useState<OpeningReason | null>(null);
  const [note, setNote] = useState('');
  const params = { id: conversationId, fileId: file.id };
  const open = useMutation({
    mutationFn: (why: OpeningReason) =>
      call(endpoints.files.openSensitive, { params, body: { reason: why, note: note.trim() } }),
    onSuccess: () => client.invalidateQueries({ queryKey: openingsKey(file.id) }),
  });
  const url = open.data?.url;
  const noteMissing = reason === 'other' && note.trim() === '';
  return (
    <Dialog
      open
      onOpenChange={(next) => !next && onClose()}
      title={file.name}
      description={t('inbox.sensitive.text')}
      size="lg"
      footer={
        url ? (
          <a href={url} download={file.name} className={buttonClass()}>
            <Download className="size-4" aria-hidden />
            {t('inbox.sensitive.save')}
          </a>
        ) : (
          allowed && (
            <>
              <Button onClick={onClose}>{t('ui.cancel')}</Button>
              <Button type="submit" form={form} variant="primary" loading={open.isPending}>
                {t('inbox.sensitive.open')}
              </Button>
            </>
          )
        )
      }
    >
      <div className="flex flex-col gap-5">
        {url && <Opened url={url} file={file} />}
        {!url && allowed && (
          <Form
            id={form}
            valid={reason !== null && !noteMissing}
            onSubmit={() => reason && open.mutate(reason)}
            className="flex flex-col gap-4"
          >
            {(tried) => (
              <>
                <Field
                  label={t('inbox.sensitive.reason')}
                  error={tried && reason === null ? t('inbox.sensitive.reason.missing') : undefined}
                >
                  <Select
                    value={reason}
                    onChange={setReason}
                    placeholder={t('inbox.sensitive.reason.choose')}
                    options={openingReasons.map((value) => ({ value, label: t(`inbox.opening.${value}`) }))}
                  />
                </Field>
                <Field
                  label={t('inbox.sensitive.note')}
                  error={tried && noteMissing ? t('inbox.sensitive.note.missing') : undefined}
                >
                  <Input maxLength={300} value={note} onValueChange={setNote} />
                </Field>
                <FormError error={open.error} />
              </>
            )}
          </Form>
        )}
        <FileOpenings fileId={file.id} conversationId={conversationId} />
        {allowed && <UnmarkSensitive file={file} conversationId={conversationId} onDone={onClose} />}
      </div>
    </Dialog>
  );
}

function Opened({ url, file }: { url: string; file: Attachment }) {
  const t = useT();
  if (file.type.startsWith('image/'))
    return (
      <img src={url} alt={file.name} className="mx-auto max-h-[50dvh] max-w-full rounded-md object-contain" />
    );
  if (file.type.startsWith('video/'))
    // What a customer films has no captions.
    return (
      <video src={url} controls aria-label={file.name} className="aspect-video w-full rounded-md bg-black" />
    );
  return <p className="text-ink-2">{t('inbox.sensitive.document')}</p>;
}
