import { LoaderCircle } from 'lucide-react';
import { useT } from '../../../i18n/i18n.tsx';
import type { ThreadState } from '../../../live/thread-state.ts';
import { Button } from '../../../ui/button.tsx';
import { cx } from '../../../ui/cx.ts';
import type { OlderMessages } from './use-older-messages.ts';

/** What stands above the first message held. */
export function ThreadStart({
  thread,
  older,
  className,
}: {
  thread: ThreadState;
  older: OlderMessages;
  className?: string;
}) {
  const t = useT();
  return (
    <div className={cx('flex items-center justify-center gap-2 text-xs text-ink-3', className)}>
      {thread.reachedStart ? (
        t('inbox.thread.start')
      ) : older.error ? (
        <Button size="sm" onClick={older.load}>
          {t('inbox.thread.older_failed')}
        </Button>
      ) : (
        <>
          <LoaderCircle className="size-4 animate-spin" aria-hidden />
          {t('inbox.thread.older')}
        </>
      )}
    </div>
  );
}
