import type { Recovery } from '@fairlead/contract';
import { useState } from 'react';
import { useT } from '../../../i18n/i18n.tsx';
import { useMe } from '../../../session.tsx';
import { Button } from '../../../ui/button.tsx';
import { type RecoveryDecision, RecoveryDialog } from './recovery-dialog.tsx';

/** What may be done with a recovery that is open: say that the document is right, agree, refuse; each with a reason. */
export function RecoveryActions({ recovery }: { recovery: Recovery }) {
  const t = useT();
  const me = useMe();
  const [deciding, setDeciding] = useState<RecoveryDecision | null>(null);
  const { state, proofs, firstBy, rivals } = recovery;
  const open = state === 'proving' || state === 'review' || state === 'second' || state === 'cooling';
  if (!open) return null;
  const unseen = proofs.some(({ proof, at }) => proof === 'document' && at === null);
  const own = firstBy?.id === me.agent.id;
  return (
    <div className="flex flex-wrap items-center gap-2">
      {unseen && (
        <Button size="sm" onClick={() => setDeciding('confirmDocument')}>
          {t('exchange.recovery.confirm_document')}
        </Button>
      )}
      {rivals.length === 0 && (state === 'review' || (state === 'second' && !own)) && (
        <Button size="sm" variant="primary" onClick={() => setDeciding('approve')}>
          {t('exchange.recovery.approve')}
        </Button>
      )}
      {state === 'second' && own && (
        <p className="text-sm text-ink-2">{t('exchange.recovery.waits_for_another')}</p>
      )}
      <Button size="sm" onClick={() => setDeciding('refuse')}>
        {t('exchange.recovery.refuse')}
      </Button>
      {rivals.length > 0 && <p className="text-sm text-ink-2">{t('exchange.recovery.refuse_first')}</p>}
      {deciding && (
        <RecoveryDialog recovery={recovery} decision={deciding} onClose={() => setDeciding(null)} />
      )}
    </div>
  );
}
