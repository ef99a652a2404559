import type { Webhook as WebhookShape } from '@fairlead/contract';
import { useQuery } from '@tanstack/react-query';
import { Plus, Webhook } from 'lucide-react';
import { useState } from 'react';
import { useT } from '../../i18n/i18n.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { WebhookFormDialog } from './webhook-form-dialog.tsx';
import { WebhookPanel } from './webhook-panel.tsx';
import { webhooksQuery } from './webhook-queries.ts';
import { WebhookSecretDialog } from './webhook-secret-dialog.tsx';

/** Other systems that are told what happens here, and what they were told. */
export function WebhooksPage() {
  const t = useT();
  const webhooks = useQuery(webhooksQuery);
  const [editing, setEditing] = useState<WebhookShape | 'new' | null>(null);
  const [secret, setSecret] = useState<string | null>(null);
  const add = (
    <Button variant="primary" icon={<Plus />} onClick={() => setEditing('new')}>
      {t('integrations.add')}
    </Button>
  );
  return (
    <div className="flex h-full flex-col">
      <PageHeader
        title={t('shell.nav.webhooks')}
        description={t('integrations.text')}
        actions={webhooks.data?.length ? add : null}
      />
      <div className="min-h-0 flex-1 overflow-y-auto px-gutter py-5">
        {webhooks.error && !webhooks.data ? (
          <ErrorState error={webhooks.error} onRetry={() => void webhooks.refetch()} />
        ) : !webhooks.data ? (
          <SkeletonRows />
        ) : webhooks.data.length === 0 ? (
          <EmptyState icon={<Webhook />} title={t('integrations.empty.title')} action={add}>
            {t('integrations.empty.text')}
          </EmptyState>
        ) : (
          <ul className="flex max-w-4xl flex-col gap-4">
            {webhooks.data.map((webhook) => (
              <li key={webhook.id}>
                <WebhookPanel webhook={webhook} onEdit={() => setEditing(webhook)} onSecret={setSecret} />
              </li>
            ))}
          </ul>
        )}
      </div>
      {editing && (
        <WebhookFormDialog
          webhook={editing === 'new' ? null : editing}
          onClose={() => setEditing(null)}
          onSecret={setSecret}
        />
      )}
      {secret !== null && <WebhookSecretDialog secret={secret} onClose={() => setSecret(null)} />}
    </div>
  );
}
