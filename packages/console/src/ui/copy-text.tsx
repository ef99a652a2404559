import { Check, Copy } from 'lucide-react';
import { useT } from '../i18n/i18n.tsx';
import { cx } from './cx.ts';
import { shortenMiddle } from './shorten-middle.ts';
import { Tooltip } from './tooltip.tsx';
import { useCopy } from './use-copy.ts';

interface CopyTextProps {
  /** Copied whole. */
  value: string;
  /** Characters shown (16); longer ones are shortened in the middle. */
  keep?: number;
  className?: string;
}

/** A TXID, address or id: monospace, shortened in the middle, copied whole by a press. */
export function CopyText({ value, keep = 16, className }: CopyTextProps) {
  const t = useT();
  const { copied, copy } = useCopy();
  const shown = shortenMiddle(value, keep);
  return (
    <Tooltip content={<span className="font-mono text-xs break-all">{value}</span>}>
      <button
        type="button"
        aria-label={t('ui.copy.value', { value: shown })}
        aria-description={shown === value ? undefined : value}
        onClick={() => copy(value)}
        className={cx(
          'inline-flex min-h-6 max-w-full items-center gap-1.5 rounded-sm px-1 font-mono text-sm text-ink hover:bg-hover',
          className,
        )}
      >
        <span className="truncate">{shown}</span>
        {copied ? (
          <Check className="size-3.5 shrink-0 text-success-text" aria-hidden />
        ) : (
          <Copy className="size-3.5 shrink-0 text-ink-3" aria-hidden />
        )}
        <span role="status" className="sr-only">
          {copied ? t('ui.copy.done') : ''}
        </span>
      </button>
    </Tooltip>
  );
}
