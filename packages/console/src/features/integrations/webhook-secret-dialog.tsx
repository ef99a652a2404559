import { TriangleAlert } from 'lucide-react';
import { useT } from '../../i18n/i18n.tsx';
import { Button } from '../../ui/button.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Input } from '../../ui/input.tsx';

/** The secret of a webhook, in the only moment in which it can be seen. */
export function WebhookSecretDialog({ secret, onClose }: { secret: string; onClose: () => void }) {
  const t = useT();
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('integrations.secret')}
      keepOpenOutside
      footer={
        <Button variant="primary" onClick={onClose}>
          {t('integrations.secret.kept')}
        </Button>
      }
    >
      <div className="flex flex-col gap-4">
        <p className="flex gap-2 rounded-md bg-warning-soft px-3 py-2 text-warning-text">
          <TriangleAlert className="mt-0.5 size-4 shrink-0" aria-hidden />
          {t('integrations.secret.once')}
        </p>
        <div className="flex flex-wrap gap-2">
          <Input
            mono
            readOnly
            aria-label={t('integrations.secret')}
            value={secret}
            onFocus={(event) => event.target.select()}
            className="min-w-0 flex-1 basis-64"
          />
          <CopyButton text={secret} />
        </div>
        <p className="text-ink-2">{t('integrations.secret.text')}</p>
      </div>
    </Dialog>
  );
}
