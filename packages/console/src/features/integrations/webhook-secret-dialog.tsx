import { useT } from '../../i18n/i18n.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { SecretOnce } from '../../ui/secret-once.tsx';

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
        <SecretOnce
          label={t('integrations.secret')}
          warning={t('integrations.secret.once')}
          secret={secret}
        />
        <p className="text-ink-2">{t('integrations.secret.text')}</p>
      </div>
    </Dialog>
  );
}
