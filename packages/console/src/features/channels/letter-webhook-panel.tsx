import { endpoints } from '@fairlead/contract';
import { useQuery } from '@tanstack/react-query';
import { Eye, EyeOff, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { call } from '../../api.ts';
import { useT } from '../../i18n/i18n.tsx';
import { Button } from '../../ui/button.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { Panel } from '../../ui/panel.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { CodeBlock } from './code-block.tsx';
import { CopiedField } from './copied-field.tsx';
import { webhookSample } from './webhook-sample.ts';

/** Where a mail provider posts letters to, and what it signs them with; not on screen until somebody asks. */
export function LetterWebhookPanel({ inboxId }: { inboxId: string }) {
  const t = useT();
  const [shown, setShown] = useState(false);
  const webhook = useQuery({
    queryKey: ['channels', 'webhook', inboxId],
    queryFn: () => call(endpoints.channels.readLetterWebhook, { params: { id: inboxId } }),
    enabled: shown,
    // Nobody looks over the shoulder of a cache.
    gcTime: 0,
  });
  return (
    <Panel
      title={t('channels.mail.webhook')}
      description={t('channels.mail.webhook.text')}
      actions={
        <Button
          size="sm"
          icon={shown ? <EyeOff /> : <Eye />}
          aria-expanded={shown}
          onClick={() => setShown(!shown)}
        >
          {t(shown ? 'channels.mail.webhook.hide' : 'channels.mail.webhook.show')}
        </Button>
      }
    >
      {shown && webhook.error && <ErrorState error={webhook.error} onRetry={() => void webhook.refetch()} />}
      {shown && !webhook.error && !webhook.data && <SkeletonRows />}
      {shown && webhook.data && (
        <div className="flex flex-col gap-4">
          <CopiedField label={t('channels.mail.webhook.url')} text={webhook.data.url} />
          <CopiedField label={t('channels.mail.webhook.secret')} text={webhook.data.secret} />
          <p className="flex gap-2 rounded-md bg-warning-soft px-3 py-2 text-warning-text">
            <TriangleAlert className="mt-0.5 size-4 shrink-0" aria-hidden />
            {t('channels.mail.webhook.private')}
          </p>
          <p className="text-ink-2">{t('channels.mail.webhook.sample.text')}</p>
          <CodeBlock code={webhookSample} label={t('channels.mail.webhook.sample')} />
        </div>
      )}
    </Panel>
  );
}
