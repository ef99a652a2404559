import { RotateCw, TriangleAlert } from 'lucide-react';
import { useT } from '../i18n/i18n.tsx';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';

/** A page that threw; also a part of it that was replaced by a newer release while this tab was open. */
export function CrashPage() {
  const t = useT();
  return (
    <div className="grid h-full content-center">
      <EmptyState
        level={1}
        icon={<TriangleAlert />}
        title={t('shell.crash.title')}
        action={
          <Button icon={<RotateCw />} onClick={() => window.location.reload()}>
            {t('shell.crash.reload')}
          </Button>
        }
      >
        {t('shell.crash.text')}
      </EmptyState>
    </div>
  );
}
