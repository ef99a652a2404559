import type { DeadLetter } from '@fairlead/contract';
import type { ReactNode } from 'react';
import { useFormat, useT } from '../../i18n/i18n.tsx';
import { Button } from '../../ui/button.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { CopyText } from '../../ui/copy-text.tsx';
import { Dialog } from '../../ui/dialog.tsx';

/** One dead letter with its whole error, for the people who look into it. */
export function DeadLetterDialog({ letter, onClose }: { letter: DeadLetter; onClose: () => void }) {
  const t = useT();
  const format = useFormat();
  const facts: [string, ReactNode][] = [
    [t('operations.subscriber'), <code key="subscriber">{letter.subscriber}</code>],
    [t('operations.event_id'), <CopyText key="id" value={letter.eventId} keep={36} className="-ms-1" />],
    [t('operations.occurred'), format.dateTime(letter.occurredAt)],
    [t('operations.failed'), format.dateTime(letter.failedAt)],
    [t('operations.attempts'), format.number(letter.attempts)],
  ];
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={letter.eventType}
      description={t('operations.detail')}
      footer={
        <>
          <CopyButton text={JSON.stringify(letter, null, 2)} label={t('operations.copy')} />
          <Button variant="primary" onClick={onClose}>
            {t('ui.close')}
          </Button>
        </>
      }
    >
      <dl className="grid grid-cols-[9rem_minmax(0,1fr)] items-baseline gap-y-1.5">
        {facts.map(([label, value]) => (
          <div key={label} className="contents">
            <dt className="text-sm text-ink-3">{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <h3 className="mt-4 mb-1 text-sm font-medium">{t('operations.error')}</h3>
      {/* Focusable, because it scrolls. */}
      <pre
        tabIndex={0}
        role="region"
        aria-label={t('operations.error')}
        className="max-h-64 overflow-auto rounded-md bg-sunken p-3 font-mono text-sm break-words whitespace-pre-wrap text-danger-text"
      >
        {letter.error}
      </pre>
    </Dialog>
  );
}
