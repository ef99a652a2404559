import { TriangleAlert } from 'lucide-react';
import { useT } from '../../i18n/i18n.tsx';
import { Button } from '../../ui/button.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Input } from '../../ui/input.tsx';
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
        <p className="flex gap-2 rounded-md bg-warning-soft px-3 py-2 text-warning-text">
          <TriangleAlert className="mt-0.5 size-4 shrink-0" aria-hidden />
          {t('channels.key.once')}
        </p>
        <div className="flex flex-wrap gap-2">
          <Input
            mono
            readOnly
            aria-label={t('channels.key.secret')}
            value={secret}
            onFocus={(event) => event.target.select()}
            className="min-w-0 flex-1 basis-64"
          />
          <CopyButton text={secret} />
        </div>
        <p className="text-ink-2">{t('channels.key.sample.text')}</p>
        <CodeBlock code={signingSample(keyId)} label={t('channels.key.sample')} />
        <p className="text-ink-2">{t('channels.key.page.text')}</p>
        <CodeBlock code={identifySample} label={t('channels.key.page')} />
      </div>
    </Dialog>
  );
}
