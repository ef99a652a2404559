import type { OwnRecovery } from '@fairlead/contract';
import { useState } from 'preact/hooks';
import { usePortal, useSpeech } from '../context.ts';
import { Refused } from '../refused.tsx';
import { useDeed } from '../use-deed.ts';

/** Takes back what was asked for, after asking once more: it ends for good. */
export function RecoveryWithdrawal({
  ticketId,
  onDone,
}: {
  ticketId: string;
  onDone: (recovery: OwnRecovery) => void;
}) {
  const { t } = useSpeech();
  const { api } = usePortal();
  const { busy, refusal, run } = useDeed();
  const [sure, setSure] = useState(false);
  if (!sure)
    return (
      <p>
        <button type="button" class="text-button" onClick={() => setSure(true)}>
          {t('recovery.withdraw')}
        </button>
      </p>
    );
  return (
    <div class="form">
      <p role="status">{t('recovery.withdraw.sure')}</p>
      <Refused refusal={refusal} />
      <p class="form-more">
        <button
          type="button"
          class="button"
          disabled={busy}
          onClick={() => void run(async () => onDone(await api.withdrawRecovery(ticketId)))}
        >
          {t('recovery.withdraw.yes')}
        </button>{' '}
        <button type="button" class="text-button" disabled={busy} onClick={() => setSure(false)}>
          {t('recovery.withdraw.no')}
        </button>
      </p>
    </div>
  );
}
