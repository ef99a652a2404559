import { useT } from '../../i18n/i18n.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { SecretOnce } from '../../ui/secret-once.tsx';

/** A token, in the only moment in which it can be seen. */
export function ApiTokenSecretDialog({ secret, onClose }: { secret: string; onClose: () => void }) {
  const t = useT();
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('tokens.secret')}
      keepOpenOutside
      footer={
        <Button variant="primary" onClick={onClose}>
          {t('tokens.secret.kept')}
        </Button>
      }
    >
      <div className="flex flex-col gap-4">
        <SecretOnce label={t('tokens.secret')} warning={t('tokens.secret.once')} secret={secret} />
        <p className="text-ink-2">{t('tokens.secret.text')}</p>
      </div>
    </Dialog>
  );
}
