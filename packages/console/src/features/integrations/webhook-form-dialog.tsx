import { endpoints, type Webhook, type WebhookKind, webhookKinds } from '@fairlead/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../api.ts';
import { useT } from '../../i18n/i18n.tsx';
import { Button } from '../../ui/button.tsx';
import { CheckboxList } from '../../ui/checkbox-list.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { Form } from '../../ui/form.tsx';
import { FormError } from '../../ui/form-error.tsx';
import { Input } from '../../ui/input.tsx';
import { webhooksQuery } from './webhook-queries.ts';

interface WebhookFormDialogProps {
  /** Null for a new one. */
  webhook: Webhook | null;
  onClose: () => void;
  onSecret: (secret: string) => void;
}

/** Adds a webhook or changes one; the secret of a new one is shown next. */
export function WebhookFormDialog({ webhook, onClose, onSecret }: WebhookFormDialogProps) {
  const t = useT();
  const client = useQueryClient();
  const [url, setUrl] = useState(webhook?.url ?? '');
  const [kinds, setKinds] = useState<WebhookKind[]>(webhook?.kinds ?? [...webhookKinds]);
  const address = url.trim();
  const parsed = URL.parse(address);
  const urlValid = parsed !== null && /^https?:$/.test(parsed.protocol);
  const save = useMutation({
    mutationFn: async (): Promise<string | null> => {
      const body = { url: address, kinds };
      if (!webhook) return (await call(endpoints.webhooks.create, { body })).secret;
      await call(endpoints.webhooks.update, {
        params: { id: webhook.id },
        body: { ...body, on: webhook.state === 'on' },
      });
      return null;
    },
    onSuccess: (secret) => {
      void client.invalidateQueries({ queryKey: webhooksQuery.queryKey });
      onClose();
      if (secret !== null) onSecret(secret);
    },
  });
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t(webhook ? 'integrations.edit' : 'integrations.add')}
      keepOpenOutside
      footer={
        <>
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
          <Button type="submit" form="webhook" variant="primary" loading={save.isPending}>
            {t(webhook ? 'ui.save' : 'integrations.add')}
          </Button>
        </>
      }
    >
      <Form
        id="webhook"
        valid={urlValid && kinds.length > 0}
        onSubmit={() => save.mutate()}
        className="flex flex-col gap-4"
      >
        {(tried) => (
          <>
            <Field
              label={t('integrations.url')}
              hint={t('integrations.url.hint')}
              error={tried && !urlValid ? t('integrations.url.wrong') : undefined}
            >
              <Input
                type="url"
                mono
                autoComplete="off"
                maxLength={1000}
                placeholder="https://example.com/fairlead"
                value={url}
                onChange={(event) => setUrl(event.target.value)}
              />
            </Field>
            <CheckboxList
              label={t('integrations.kinds')}
              value={kinds}
              onChange={setKinds}
              options={webhookKinds.map((kind) => ({ value: kind, label: t(`integrations.kind.${kind}`) }))}
              error={tried && kinds.length === 0 ? t('integrations.kinds.none') : undefined}
            />
            <FormError error={save.error} />
          </>
        )}
      </Form>
    </Dialog>
  );
}
