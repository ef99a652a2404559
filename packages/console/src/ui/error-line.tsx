import { useT } from '../i18n/i18n.tsx';
import { useErrorText } from '../i18n/use-error-text.ts';

/** A part of a card could not be loaded: why, in a line, with the way to try again. */
export function ErrorLine({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const t = useT();
  const errorText = useErrorText();
  return (
    <p role="alert" className="text-sm text-danger-text">
      {errorText(error)}{' '}
      <button type="button" className="underline" onClick={onRetry}>
        {t('ui.retry')}
      </button>
    </p>
  );
}
