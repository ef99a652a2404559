import type { OwnRecovery } from '@fairlead/contract';
import { useRef, useState } from 'preact/hooks';
import { CodeField } from '../code-field.tsx';
import { usePortal, useSpeech } from '../context.ts';
import { Refused } from '../refused.tsx';
import { useDeed } from '../use-deed.ts';

/** Proves by a code that one reads the account's address, which is not told here. */
export function RecoveryProof({
  ticketId,
  onDone,
}: {
  ticketId: string;
  onDone: (recovery: OwnRecovery) => void;
}) {
  const { t } = useSpeech();
  const { api } = usePortal();
  const { busy, refusal, run } = useDeed();
  const field = useRef<HTMLInputElement>(null);
  const [sent, setSent] = useState<{ challenge: string; minutes: number } | null>(null);
  const send = () => void run(async () => setSent(await api.sendRecoveryCode(ticketId)));

  function submit(event: SubmitEvent) {
    event.preventDefault();
    if (!sent) return;
    const code = field.current?.value ?? '';
    void run(async () => onDone(await api.proveRecovery(ticketId, { challenge: sent.challenge, code })));
  }
  return (
    <form class="form" onSubmit={submit}>
      <p>{t('recovery.needs.known_address')}</p>
      {sent && (
        <>
          <p role="status">{t('recovery.sent', { minutes: sent.minutes })}</p>
          <CodeField field={field} />
        </>
      )}
      <Refused refusal={refusal} />
      {sent && (
        <button type="submit" class="button" disabled={busy}>
          {t('recovery.confirm')}
        </button>
      )}
      <p class="form-more">
        <button type="button" class={sent ? 'text-button' : 'button'} disabled={busy} onClick={send}>
          {t(sent ? 'signIn.again' : 'signIn.send')}
        </button>
      </p>
    </form>
  );
}
