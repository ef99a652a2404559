import {
  type AnnouncementKind,
  type AnnouncementWords,
  announcementKinds,
  endpoints,
  type Locale,
  localeNames,
  locales,
} from '@fairlead/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useId, useState } from 'react';
import { call } from '../../api.ts';
import { useLocale, useT } from '../../i18n/i18n.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { Form } from '../../ui/form.tsx';
import { FormError } from '../../ui/form-error.tsx';
import { Select } from '../../ui/select.tsx';
import { isWhole, WordsFields } from './words-fields.tsx';

interface NewAnnouncementDialogProps {
  /** The tracker that it is about. */
  about?: { trackerId: string; named: string };
  kind?: AnnouncementKind;
  onClose: () => void;
}

/** Begins an announcement: what it is about, and its text in the language that the others follow. */
export function NewAnnouncementDialog({
  about,
  kind: begun = 'listing',
  onClose,
}: NewAnnouncementDialogProps) {
  const t = useT();
  const form = useId();
  const client = useQueryClient();
  const navigate = useNavigate();
  const { locale: own } = useLocale();
  const [kind, setKind] = useState(begun);
  const [sourceLocale, setSource] = useState<Locale>(own);
  const [text, setText] = useState<AnnouncementWords>({ title: '', summary: '', body: '' });
  const create = useMutation({
    mutationFn: () =>
      call(endpoints.announcements.create, {
        body: { kind, sourceLocale, text, ...(about && { trackerId: about.trackerId }) },
      }),
    onSuccess: ({ id }) => {
      void client.invalidateQueries({ queryKey: ['announcements', 'list'] });
      void navigate({ to: '/announcements/$announcementId', params: { announcementId: id } });
    },
  });
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('announcements.new')}
      {...(about && { description: t('announcements.new.about', { tracker: about.named }) })}
      keepOpenOutside
      size="lg"
      footer={
        <>
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
          <Button type="submit" form={form} variant="primary" loading={create.isPending}>
            {t('announcements.create')}
          </Button>
        </>
      }
    >
      <Form id={form} valid={isWhole(text)} onSubmit={() => create.mutate()} className="flex flex-col gap-4">
        {() => (
          <>
            <div className="grid gap-4 sm:grid-cols-2">
              <Field label={t('announcements.kind')}>
                <Select
                  value={kind}
                  onChange={setKind}
                  options={announcementKinds.map((it) => ({
                    value: it,
                    label: t(`announcement.kind.${it}`),
                  }))}
                />
              </Field>
              <Field label={t('announcements.source')}>
                <Select
                  value={sourceLocale}
                  onChange={setSource}
                  options={locales.map((it) => ({ value: it, label: localeNames[it] }))}
                />
              </Field>
            </div>
            <WordsFields locale={sourceLocale} words={text} onChange={setText} />
            <FormError error={create.error} />
          </>
        )}
      </Form>
    </Dialog>
  );
}
