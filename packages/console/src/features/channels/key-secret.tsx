import { useT } from '../../i18n/i18n.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { SecretOnce } from '../../ui/secret-once.tsx';
import { CodeBlock } from './code-block.tsx';
import { identifySample, signingSample } from './signing-sample.ts';

interface KeySecretProps {
  secret: string;
  keyId: string;
  onClose: () => void;
}

/** A new secret, in the only moment in which it can be seen, and how to sign with it. */
export function KeySecret({ secret, keyId, onClose }: KeySecretProps) {
  const t = useT();
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('channels.key.added')}
      size="lg"
      keepOpenOutside
      footer={
        <Button variant="primary" onClick={onClose}>
          {t('channels.key.kept')}
        </Button>
      }
    >
      <div className="flex flex-col gap-4">
        <SecretOnce label={t('channels.key.secret')} warning={t('channels.key.once')} secret={secret} />
        <p className="text-ink-2">{t('channels.key.sample.text')}</p>
        <CodeBlock code={signingSample(keyId)} label={t('channels.key.sample')} />
        <p className="text-ink-2">{t('channels.key.page.text')}</p>
        <CodeBlock code={identifySample} label={t('channels.key.page')} />
      </div>
    </Dialog>
  );
}
