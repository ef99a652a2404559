import { endpoints, maximumOfficialImport, type OfficialStanding } from '@fairlead/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../api.ts';
import { useT } from '../../i18n/i18n.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { Form } from '../../ui/form.tsx';
import { FormError } from '../../ui/form-error.tsx';
import { Switch } from '../../ui/switch.tsx';
import { Textarea } from '../../ui/textarea.tsx';
import { officialQuery } from './official-queries.ts';

/** Adds many entries at once, one a line; what could not be read stays in the field to be put right. */
export function ImportDialog({ standing, onClose }: { standing: OfficialStanding; onClose: () => void }) {
  const t = useT();
  const client = useQueryClient();
  const [text, setText] = useState('');
  const [subdomains, setSubdomains] = useState(standing === 'impostor');
  const lines = text.split('\n').filter((it) => it.trim() !== '');
  const tooMany = lines.length > maximumOfficialImport;
  const run = useMutation({
    mutationFn: () => call(endpoints.official.importLines, { body: { standing, lines, subdomains } }),
    onSuccess: ({ refused }) => {
      void client.invalidateQueries({ queryKey: officialQuery.queryKey });
      setText(refused.join('\n'));
    },
  });
  const done = run.data;
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t(standing === 'official' ? 'official.import' : 'official.import_impostors')}
      keepOpenOutside
      footer={
        <>
          <Button onClick={onClose}>{t(done ? 'ui.close' : 'ui.cancel')}</Button>
          <Button type="submit" form="official-import" variant="primary" loading={run.isPending}>
            {t('official.import.run', { count: lines.length })}
          </Button>
        </>
      }
    >
      <Form
        id="official-import"
        valid={lines.length > 0 && !tooMany}
        onSubmit={() => run.mutate()}
        className="flex flex-col gap-4"
      >
        {(tried) => (
          <>
            <Field
              label={t('official.import.lines')}
              hint={t('official.import.hint')}
              error={
                tooMany
                  ? t('official.import.too_many', { maximum: maximumOfficialImport })
                  : tried && lines.length === 0 && !done
                    ? t('official.value.missing')
                    : undefined
              }
            >
              <Textarea
                mono
                rows={8}
                dir="ltr"
                spellCheck={false}
                placeholder={
                  'example.com, Website\n@mail.example.com\nhttps://t.me/example\n+44 20 7946 0000'
                }
                value={text}
                onChange={(event) => setText(event.target.value)}
              />
            </Field>
            <Switch
              checked={subdomains}
              onChange={setSubdomains}
              label={t('official.subdomains')}
              hint={t('official.subdomains.hint')}
            />
            {done && (
              <p
                role="status"
                className={done.refused.length > 0 ? 'text-warning-text' : 'text-success-text'}
              >
                {t('official.import.added', { count: done.added })}{' '}
                {done.known > 0 && t('official.import.known', { count: done.known })}{' '}
                {done.refused.length > 0 && t('official.import.refused', { count: done.refused.length })}
              </p>
            )}
            <FormError error={run.error} />
          </>
        )}
      </Form>
    </Dialog>
  );
}
