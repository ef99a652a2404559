import type { OwnRecovery, RecoveryChannel } from '@fairlead/contract';
import { useLoaded } from '../../data/use-loaded.ts';
import { absolute } from '../../text/when.ts';
import { usePortal, useSpeech } from '../context.ts';
import { RecoveryForm } from './recovery-form.tsx';
import { RecoveryProof } from './recovery-proof.tsx';
import { RecoveryQuestions } from './recovery-questions.tsx';
import { RecoveryWithdrawal } from './recovery-withdrawal.tsx';

const channels = ['known_address', 'second_channel'] as const satisfies RecoveryChannel[];

/** On a ticket about account security: the account is asked back, proven to be theirs, and waited for. */
export function RecoveryPart({ ticketId }: { ticketId: string }) {
  const { t, locale } = useSpeech();
  const { api } = usePortal();
  const own = useLoaded<OwnRecovery | null>(
    `recovery ${ticketId}`,
    () => api.recovery(ticketId),
    (subject) => subject === ticketId,
  );
  const { value, set } = own;
  // The ticket is there without it, too.
  if (value === undefined) return null;
  const codesTo = channels.filter((it) => value?.missing.includes(it));
  const open = value && ['proving', 'review', 'cooling'].includes(value.state);
  return (
    <section class="form" aria-labelledby="recovery-title">
      <h2 id="recovery-title">{t('recovery.title')}</h2>
      {value === null ? (
        <RecoveryForm ticketId={ticketId} onDone={set} />
      ) : value.state === 'proving' ? (
        <>
          {codesTo.length > 0 && <RecoveryProof ticketId={ticketId} channels={codesTo} onDone={set} />}
          {value.missing.includes('own_activity') && <RecoveryQuestions ticketId={ticketId} onDone={set} />}
          {value.missing.includes('document') && <p>{t('recovery.needs.document')}</p>}
        </>
      ) : (
        <p role="status">
          {value.state === 'cooling' && value.until
            ? t('recovery.cooling', { when: absolute(locale, value.until) })
            : t(`recovery.${value.state}`)}
        </p>
      )}
      {open && <RecoveryWithdrawal ticketId={ticketId} onDone={set} />}
    </section>
  );
}
