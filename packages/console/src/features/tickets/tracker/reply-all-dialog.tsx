import { endpoints, type Locale, localeNames, locales, type TicketDetail } from '@fairlead/contract';
import { useMutation } from '@tanstack/react-query';
import { Trash2 } from 'lucide-react';
import { useRef, useState } from 'react';
import { call } from '../../../api.ts';
import { useT } from '../../../i18n/i18n.tsx';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Field } from '../../../ui/field.tsx';
import { FormError } from '../../../ui/form-error.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { Select } from '../../../ui/select.tsx';
import { Textarea } from '../../../ui/textarea.tsx';

interface ReplyAllDialogProps {
  tracker: TicketDetail;
  count: number;
  onClose: () => void;
  onBegun: () => void;
}

const afterwards = ['stays', 'open', 'pending', 'solved'] as const;

/** Answers all customers of a tracker, each in their language as far as there is a text in it. */
export function ReplyAllDialog({ tracker, count, onClose, onBegun }: ReplyAllDialogProps) {
  const t = useT();
  const [texts, setTexts] = useState<Partial<Record<Locale, string>>>({ en: '' });
  const [fallback, setFallback] = useState<Locale>('en');
  const [status, setStatus] = useState<(typeof afterwards)[number]>('stays');
  const key = useRef(crypto.randomUUID());
  const written = locales.filter((locale) => texts[locale] !== undefined);
  const send = useMutation({
    mutationFn: () =>
      call(endpoints.tickets.replyToTracked, {
        params: { id: tracker.id },
        body: {
          key: key.current,
          texts: Object.fromEntries(written.map((locale) => [locale, texts[locale]?.trim() ?? ''])),
          fallback,
          ...(status === 'stays' ? {} : { status }),
        },
      }),
    onSuccess: () => {
      onBegun();
      onClose();
    },
  });
  const complete = written.every((locale) => texts[locale]?.trim());
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      keepOpenOutside
      title={t('tickets.tracker.reply.title', { count })}
      description={t('tickets.tracker.reply.text')}
      footer={
        <>
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
          <Button
            variant="primary"
            disabled={!complete || texts[fallback] === undefined}
            loading={send.isPending}
            onClick={() => send.mutate()}
          >
            {t('tickets.tracker.reply.send', { count })}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        {written.map((locale) => (
          <Field
            key={locale}
            label={localeNames[locale]}
            aside={
              locale !== fallback && (
                <IconButton
                  size="sm"
                  label={t('tickets.tracker.reply.remove', { language: localeNames[locale] })}
                  icon={<Trash2 />}
                  onClick={() => {
                    const { [locale]: _, ...others } = texts;
                    setTexts(others);
                  }}
                />
              )
            }
          >
            <Textarea
              rows={3}
              lang={locale}
              dir="auto"
              maxLength={8000}
              value={texts[locale] ?? ''}
              onChange={(event) => setTexts({ ...texts, [locale]: event.currentTarget.value })}
            />
          </Field>
        ))}
        <Select
          label={t('tickets.tracker.reply.add')}
          placeholder={t('tickets.tracker.reply.add')}
          value={null}
          onChange={(locale: Locale) => setTexts({ ...texts, [locale]: '' })}
          options={locales
            .filter((locale) => texts[locale] === undefined)
            .map((locale) => ({ value: locale, label: localeNames[locale] }))}
        />
        <div className="grid gap-4 sm:grid-cols-2">
          <Field label={t('tickets.tracker.reply.fallback')}>
            <Select
              value={fallback}
              onChange={setFallback}
              options={written.map((locale) => ({ value: locale, label: localeNames[locale] }))}
            />
          </Field>
          <Field label={t('tickets.tracker.reply.status')}>
            <Select
              value={status}
              onChange={setStatus}
              options={afterwards.map((value) => ({
                value,
                label: value === 'stays' ? t('tickets.tracker.reply.stays') : t(`ticket_status.${value}`),
              }))}
            />
          </Field>
        </div>
        <FormError error={send.error} />
      </div>
    </Dialog>
  );
}
