import { endpoints, type Webhook } from '@fairlead/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { KeyRound, Pencil, Send, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { call } from '../../api.ts';
import { useFormat, useT } from '../../i18n/i18n.tsx';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Switch } from '../../ui/switch.tsx';
import { useToast } from '../../ui/toast.tsx';
import { useAttemptText } from './use-attempt-text.ts';
import { WebhookLog } from './webhook-log.tsx';
import { webhooksQuery } from './webhook-queries.ts';

interface WebhookPanelProps {
  webhook: Webhook;
  onEdit: () => void;
  onSecret: (secret: string) => void;
}

/** One webhook: how it stands, what can be done with it, and what it was told. */
export function WebhookPanel({ webhook, onEdit, onSecret }: WebhookPanelProps) {
  const t = useT();
  const format = useFormat();
  const toast = useToast();
  const client = useQueryClient();
  const attemptText = useAttemptText();
  const [asking, setAsking] = useState<'remove' | 'rotate' | null>(null);
  const params = { id: webhook.id };
  const refresh = () => client.invalidateQueries({ queryKey: webhooksQuery.queryKey });
  const turn = useMutation({
    mutationFn: (on: boolean) =>
      call(endpoints.webhooks.update, { params, body: { url: webhook.url, kinds: webhook.kinds, on } }),
    onSuccess: refresh,
    onError: (error) => toast.error(error),
  });
  const test = useMutation({
    mutationFn: () => call(endpoints.webhooks.test, { params }),
    onSuccess: (attempt) =>
      toast.show({
        title: t(attempt.problem ? 'integrations.test.failed' : 'integrations.test.taken'),
        description: attemptText(attempt),
        tone: attempt.problem ? 'danger' : 'success',
      }),
    onError: (error) => toast.error(error),
  });
  const kinds = webhook.kinds.map((kind) => t(`integrations.kind.${kind}`)).join(' · ');
  return (
    <Panel
      title={<span className="font-mono text-sm break-all">{webhook.url}</span>}
      description={kinds}
      actions={
        <>
          <Button size="sm" icon={<Send />} loading={test.isPending} onClick={() => test.mutate()}>
            {t('integrations.test')}
          </Button>
          <IconButton size="sm" label={t('integrations.edit')} icon={<Pencil />} onClick={onEdit} />
          <IconButton
            size="sm"
            label={t('integrations.rotate')}
            icon={<KeyRound />}
            onClick={() => setAsking('rotate')}
          />
          <IconButton
            size="sm"
            label={t('integrations.remove')}
            icon={<Trash2 />}
            onClick={() => setAsking('remove')}
          />
        </>
      }
    >
      <div className="flex flex-col gap-3">
        <Switch
          checked={webhook.state === 'on'}
          onChange={(on) => turn.mutate(on)}
          disabled={turn.isPending}
          label={
            <span className="flex flex-wrap items-center gap-2">
              {t('integrations.on')}
              {webhook.state === 'given_up' && <Badge tone="danger">{t('integrations.given_up')}</Badge>}
              {webhook.state === 'on' && webhook.failingSince && (
                <Badge tone="warning">
                  {t('integrations.failing', { since: format.relativeTime(webhook.failingSince) })}
                </Badge>
              )}
            </span>
          }
          hint={
            webhook.formerSecretUntil
              ? t('integrations.two_secrets', { until: format.dateTime(webhook.formerSecretUntil) })
              : undefined
          }
        />
        <WebhookLog id={webhook.id} />
      </div>
      {asking === 'remove' && (
        <ConfirmDialog
          open
          onOpenChange={(open) => !open && setAsking(null)}
          title={t('integrations.remove.title')}
          confirmLabel={t('integrations.remove')}
          onConfirm={async () => {
            await call(endpoints.webhooks.remove, { params });
            await refresh();
          }}
        >
          {t('integrations.remove.text')}
        </ConfirmDialog>
      )}
      {asking === 'rotate' && (
        <ConfirmDialog
          open
          danger={false}
          onOpenChange={(open) => !open && setAsking(null)}
          title={t('integrations.rotate.title')}
          confirmLabel={t('integrations.rotate')}
          onConfirm={async () => {
            const { secret } = await call(endpoints.webhooks.rotate, { params });
            await refresh();
            onSecret(secret);
          }}
        >
          {t('integrations.rotate.text')}
        </ConfirmDialog>
      )}
    </Panel>
  );
}
