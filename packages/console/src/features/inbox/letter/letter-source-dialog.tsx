import { endpoints, type Message, type SourceReason, sourceReasons } from '@fairlead/contract';
import { useMutation } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { useId, useState } from 'react';
import { call } from '../../../api.ts';
import { useT } from '../../../i18n/i18n.tsx';
import { Button, buttonClass } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Field } from '../../../ui/field.tsx';
import { Form } from '../../../ui/form.tsx';
import { FormError } from '../../../ui/form-error.tsx';
import { Select } from '../../../ui/select.tsx';
import { LetterText } from './letter-text.tsx';
import { readSource } from './read-source.ts';

interface LetterSourceDialogProps {
  message: Message;
  subject: string;
  onClose: () => void;
}

/** Asks for the reason, then shows a letter as it came: its headers one by one, and the whole. */
export function LetterSourceDialog({ message, subject, onClose }: LetterSourceDialogProps) {
  const t = useT();
  const form = useId();
  const [reason, setReason] = useState<SourceReason | null>(null);
  const params = { id: message.conversationId, messageId: message.id };
  const open = useMutation({
    mutationFn: async (why: SourceReason) => {
      const { url } = await call(endpoints.conversations.openLetterSource, { params, body: { reason: why } });
      const response = await fetch(url);
      if (!response.ok) throw new Error(`the letter was answered with ${response.status}`);
      // Headers are ASCII; what is not is shown as its bytes.
      const source = new TextDecoder('latin1').decode(await response.arrayBuffer());
      return { url, ...readSource(source) };
    },
  });
  return (
    <Dialog
      open
      onOpenChange={(next) => !next && onClose()}
      title={t('inbox.letter.source.title')}
      description={t('inbox.letter.source.text')}
      size="lg"
      footer={
        open.data ? (
          <a href={open.data.url} download={`${subject || 'letter'}.eml`} className={buttonClass()}>
            <Download className="size-4" aria-hidden />
            {t('inbox.letter.source.save')}
          </a>
        ) : (
          <>
            <Button onClick={onClose}>{t('ui.cancel')}</Button>
            <Button type="submit" form={form} variant="primary" loading={open.isPending}>
              {t('inbox.sensitive.open')}
            </Button>
          </>
        )
      }
    >
      {open.data ? (
        <LetterText letter={open.data} />
      ) : (
        <Form
          id={form}
          valid={reason !== null}
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
                  options={sourceReasons.map((value) => ({ value, label: t(`inbox.opening.${value}`) }))}
                />
              </Field>
              <FormError error={open.error} />
            </>
          )}
        </Form>
      )}
    </Dialog>
  );
}
