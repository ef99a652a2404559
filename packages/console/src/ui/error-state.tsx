import { CloudOff, RotateCw, TriangleAlert } from 'lucide-react';
import { useT } from '../i18n/i18n.tsx';
import { useErrorText } from '../i18n/use-error-text.ts';
import { Button } from './button.tsx';
import { cx } from './cx.ts';
import { useOnline } from './use-online.ts';

interface ErrorStateProps {
  error: unknown;
  onRetry?: () => void;
  className?: string;
}

/** Something could not be loaded: why, and what to do. */
export function ErrorState({ error, onRetry, className }: ErrorStateProps) {
  const t = useT();
  const errorText = useErrorText();
  const online = useOnline();
  return (
    <div
      role="alert"
      className={cx('mx-auto flex max-w-md flex-col items-center px-6 py-14 text-center', className)}
    >
      <span
        aria-hidden
        className="mb-3 grid size-11 place-items-center rounded-xl bg-danger-soft text-danger-text"
      >
        {online ? <TriangleAlert className="size-5" /> : <CloudOff className="size-5" />}
      </span>
      <h2 className="text-lg font-semibold">{t(online ? 'ui.error.title' : 'ui.offline.title')}</h2>
      <p className="mt-1 text-ink-2">{online ? errorText(error) : t('ui.offline.text')}</p>
      {onRetry && (
        <Button className="mt-4" icon={<RotateCw />} onClick={onRetry}>
          {t('ui.retry')}
        </Button>
      )}
    </div>
  );
}
