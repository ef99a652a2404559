import { CircleAlert } from 'lucide-react';
import { useErrorText } from '../i18n/use-error-text.ts';
import { cx } from './cx.ts';

/** Why a form or an action was refused, said aloud to screen readers; nothing while there is no error. */
export function FormError({ error, className }: { error: unknown; className?: string }) {
  const errorText = useErrorText();
  return (
    <div role="alert" className={cx('empty:absolute', Boolean(error) && className)}>
      {error ? (
        <p className="flex gap-2 rounded-md bg-danger-soft px-3 py-2 text-danger-text">
          <CircleAlert className="mt-0.5 size-4 shrink-0" aria-hidden />
          {errorText(error)}
        </p>
      ) : null}
    </div>
  );
}
