import { useT } from '../../i18n/i18n.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';

/** Code to be taken elsewhere. */
export function CodeBlock({ code, label }: { code: string; label: string }) {
  const t = useT();
  return (
    <div className="overflow-hidden rounded-md border border-line bg-sunken">
      <div className="flex items-center justify-between gap-2 border-b border-line py-1 ps-3 pe-1 text-sm text-ink-3">
        {label}
        <CopyButton text={code} variant="quiet" label={t('ui.copy')} />
      </div>
      {/* Focusable, because it scrolls. */}
      <pre
        tabIndex={0}
        role="region"
        aria-label={label}
        dir="ltr"
        className="max-h-80 overflow-auto p-3 font-mono text-xs leading-5 break-words whitespace-pre-wrap text-ink"
      >
        {code}
      </pre>
    </div>
  );
}
