import { useT } from '../../../i18n/i18n.tsx';
import { Button } from '../../../ui/button.tsx';
import { FormError } from '../../../ui/form-error.tsx';
import { ProgressBar } from '../../../ui/progress-bar.tsx';

interface ImportProgressProps {
  run: { trial: boolean; done: number; total: number; error: unknown };
  /** What becomes of it so far, in words. */
  status: string;
  busy: boolean;
  onBegin: () => void;
}

/** How far an import has come; after a trial, the way to do it. */
export function ImportProgress({ run, status, busy, onBegin }: ImportProgressProps) {
  const t = useT();
  return (
    <>
      <div className="flex flex-wrap items-center gap-3">
        <p role="status" className="flex-1 basis-64 text-ink-2">
          {status}
        </p>
        {run.trial && run.done === run.total && (
          <Button variant="primary" onClick={onBegin}>
            {t('articles.import.begin')}
          </Button>
        )}
      </div>
      {busy && <ProgressBar label={t('articles.import')} value={run.done} max={run.total} />}
      <FormError error={run.error} />
    </>
  );
}
