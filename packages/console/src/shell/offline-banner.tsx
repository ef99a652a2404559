import { CloudOff } from 'lucide-react';
import { useT } from '../i18n/i18n.tsx';
import { useOnline } from '../ui/use-online.ts';

/** Says at the upper edge that there is no network; announced when it comes and goes. */
export function OfflineBanner() {
  const t = useT();
  const online = useOnline();
  return (
    <div role="status">
      {!online && (
        <p className="flex items-center justify-center gap-2 bg-warning px-4 py-1.5 text-sm font-medium text-warning-ink">
          <CloudOff className="size-4 shrink-0" aria-hidden />
          {t('shell.offline')}
        </p>
      )}
    </div>
  );
}
