import {
  endpoints,
  type OfficialEntry,
  type OfficialKind,
  type OfficialPlatform,
  type OfficialStanding,
  officialKinds,
  officialPlatformIds,
  officialPlatforms,
} from '@fairlead/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../api.ts';
import { useT } from '../../i18n/i18n.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { Form } from '../../ui/form.tsx';
import { FormError } from '../../ui/form-error.tsx';
import { Input } from '../../ui/input.tsx';
import { Select } from '../../ui/select.tsx';
import { Switch } from '../../ui/switch.tsx';
import { Textarea } from '../../ui/textarea.tsx';
import { useToast } from '../../ui/toast.tsx';
import { officialQuery } from './official-queries.ts';
import { shownValue } from './shown-value.ts';

interface EntryDialogProps {
  /** Null for a new one. */
  entry: OfficialEntry | null;
  /** What a new one is. */
  standing: OfficialStanding;
  onClose: () => void;
}

/** Adds an entry to the registry, or changes what one is called and covers. What it names stays: another name is another entry. */
export function EntryDialog({ entry, standing, onClose }: EntryDialogProps) {
  const t = useT();
  const toast = useToast();
  const client = useQueryClient();
  const [kind, setKind] = useState<OfficialKind>(entry?.kind ?? 'domain');
  const [platform, setPlatform] = useState<OfficialPlatform>('telegram');
  const [value, setValue] = useState('');
  const [label, setLabel] = useState(entry?.label ?? '');
  const [note, setNote] = useState(entry?.note ?? '');
  const [subdomains, setSubdomains] = useState(entry?.subdomains ?? standing === 'impostor');
  const isHost = kind === 'domain' || kind === 'email_domain';
  const words = { label: label.trim(), note: note.trim(), subdomains: isHost && subdomains };
  const save = useMutation({
    mutationFn: () =>
      entry
        ? call(endpoints.official.update, {
            params: { id: entry.id },
            body: { ...words, state: entry.state },
          })
        : call(endpoints.official.add, {
            body: {
              ...words,
              standing,
              kind,
              platform: kind === 'handle' ? platform : null,
              value: value.trim(),
            },
          }),
    onSuccess: (saved) => {
      void client.invalidateQueries({ queryKey: officialQuery.queryKey });
      toast.show({
        title: t(entry ? 'official.saved' : 'official.added', { value: shownValue(saved) }),
        tone: 'success',
      });
      onClose();
    },
  });
  const title = entry ? 'official.edit' : standing === 'official' ? 'official.add' : 'official.add_impostor';
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t(title)}
      keepOpenOutside
      footer={
        <>
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
          <Button type="submit" form="official-entry" variant="primary" loading={save.isPending}>
            {t('ui.save')}
          </Button>
        </>
      }
    >
      <Form
        id="official-entry"
        valid={entry !== null || value.trim() !== ''}
        onSubmit={() => save.mutate()}
        className="flex flex-col gap-4"
      >
        {(tried) => (
          <>
            {entry ? (
              <p className="font-mono text-sm break-all">{shownValue(entry)}</p>
            ) : (
              <>
                <div className="grid gap-4 sm:grid-cols-2">
                  <Field label={t('official.kind')}>
                    <Select
                      value={kind}
                      onChange={setKind}
                      options={officialKinds.map((it) => ({ value: it, label: t(`official.kind.${it}`) }))}
                    />
                  </Field>
                  {kind === 'handle' && (
                    <Field label={t('official.platform')}>
                      <Select
                        value={platform}
                        onChange={setPlatform}
                        options={officialPlatformIds.map((it) => ({
                          value: it,
                          label: officialPlatforms[it],
                        }))}
                      />
                    </Field>
                  )}
                </div>
                <Field
                  label={t('official.value')}
                  hint={t(`official.hint.${kind}`)}
                  error={tried && value.trim() === '' ? t('official.value.missing') : undefined}
                >
                  <Input
                    mono
                    dir="ltr"
                    autoComplete="off"
                    maxLength={300}
                    value={value}
                    onChange={(event) => setValue(event.target.value)}
                  />
                </Field>
              </>
            )}
            {isHost && (
              <Switch
                checked={subdomains}
                onChange={setSubdomains}
                label={t('official.subdomains')}
                hint={t('official.subdomains.hint')}
              />
            )}
            <Field label={t('official.label')} hint={t('official.label.hint')}>
              <Input maxLength={120} value={label} onChange={(event) => setLabel(event.target.value)} />
            </Field>
            <Field label={t('official.note')} hint={t('official.note.hint')}>
              <Textarea
                rows={2}
                maxLength={500}
                value={note}
                onChange={(event) => setNote(event.target.value)}
              />
            </Field>
            <FormError error={save.error} />
          </>
        )}
      </Form>
    </Dialog>
  );
}
