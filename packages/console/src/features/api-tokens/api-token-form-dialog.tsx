import { apiTokenDays, apiTokenPermissions, endpoints, type Permission } from '@fairlead/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../api.ts';
import { useT } from '../../i18n/i18n.tsx';
import { useCan } from '../../session.tsx';
import { Button } from '../../ui/button.tsx';
import { CheckboxList } from '../../ui/checkbox-list.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { Form } from '../../ui/form.tsx';
import { FormError } from '../../ui/form-error.tsx';
import { Input } from '../../ui/input.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { apiTokensQuery } from './api-tokens-query.ts';

interface ApiTokenFormDialogProps {
  onClose: () => void;
  onSecret: (secret: string) => void;
}

const periods = apiTokenDays.map(String);

/** Makes a token that acts for whoever makes it; it is shown next, once. */
export function ApiTokenFormDialog({ onClose, onSecret }: ApiTokenFormDialogProps) {
  const t = useT();
  const can = useCan();
  const client = useQueryClient();
  const [name, setName] = useState('');
  const [days, setDays] = useState(periods[1] ?? '90');
  const [permissions, setPermissions] = useState<Permission[]>([]);
  const named = name.trim() !== '';
  const save = useMutation({
    mutationFn: () => call(endpoints.apiTokens.make, { body: { name, permissions, days: Number(days) } }),
    onSuccess: ({ token }) => {
      void client.invalidateQueries({ queryKey: apiTokensQuery.queryKey });
      onClose();
      onSecret(token);
    },
  });
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('tokens.make')}
      size="lg"
      keepOpenOutside
      footer={
        <>
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
          <Button type="submit" form="api-token" variant="primary" loading={save.isPending}>
            {t('tokens.make')}
          </Button>
        </>
      }
    >
      <Form
        id="api-token"
        valid={named && permissions.length > 0}
        onSubmit={() => save.mutate()}
        className="flex flex-col gap-4"
      >
        {(tried) => (
          <>
            <Field
              label={t('tokens.name')}
              hint={t('tokens.name.hint')}
              error={tried && !named ? t('tokens.name.missing') : undefined}
            >
              <Input
                autoComplete="off"
                maxLength={80}
                value={name}
                onChange={(event) => setName(event.target.value)}
              />
            </Field>
            <div className="flex flex-col items-start gap-1">
              <p className="text-sm font-medium" aria-hidden>
                {t('tokens.days')}
              </p>
              <Segmented
                label={t('tokens.days')}
                value={days}
                onChange={setDays}
                options={periods.map((value) => ({
                  value,
                  label: t('tokens.days.count', { count: Number(value) }),
                }))}
              />
            </div>
            <CheckboxList
              label={t('tokens.permissions')}
              hint={t('tokens.permissions.hint')}
              value={permissions}
              onChange={setPermissions}
              options={apiTokenPermissions.filter(can).map((permission) => ({
                value: permission,
                label: t(`tokens.permission.${permission}`),
                hint: permission,
              }))}
              className="sm:grid-cols-2"
              error={tried && permissions.length === 0 ? t('tokens.permissions.none') : undefined}
            />
            <FormError error={save.error} />
          </>
        )}
      </Form>
    </Dialog>
  );
}
