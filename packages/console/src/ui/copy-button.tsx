import { Check, Copy } from 'lucide-react';
import { useT } from '../i18n/i18n.tsx';
import { Button, type ButtonVariant } from './button.tsx';
import { useCopy } from './use-copy.ts';

/** Copies a text; shows a tick once it is done. */
export function CopyButton({
  text,
  variant,
  label,
}: {
  text: string;
  variant?: ButtonVariant;
  label?: string;
}) {
  const t = useT();
  const { copied, copy } = useCopy();
  return (
    <Button
      {...(variant ? { variant } : {})}
      icon={copied ? <Check className="text-success-text" /> : <Copy />}
      onClick={() => copy(text)}
    >
      <span aria-live="polite">{copied ? t('ui.copy.done') : (label ?? t('ui.copy'))}</span>
    </Button>
  );
}
