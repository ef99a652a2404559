import type { OwnRecovery, RecoveryChannel } from '@fairlead/contract';
import { useRef, useState } from 'preact/hooks';
import { CodeField } from '../code-field.tsx';
import { usePortal, useSpeech } from '../context.ts';
import { Refused } from '../refused.tsx';
import { useDeed } from '../use-deed.ts';

/** Proves by a code that one reads an address of the account, which is not told here; where there are two ways, one is chosen. */
export function RecoveryProof({
  ticketId,
  channels,
  onDone,
}: {
  ticketId: string;
  channels: readonly RecoveryChannel[];
  onDone: (recovery: OwnRecovery) => void;
}) {
  const { t } = useSpeech();
  const { api } = usePortal();
  const { busy, refusal, run } = useDeed();
  const field = useRef<HTMLInputElement>(null);
  const [sent, setSent] = useState<{ challenge: string; minutes: number } | null>(null);
  const [chosen, setChosen] = useState<RecoveryChannel>('known_address');
  const to = channels.find((it) => it === chosen) ?? channels[0] ?? chosen;
  const send = () => void run(async () => setSent(await api.sendRecoveryCode(ticketId, { to })));

  function submit(event: SubmitEvent) {
    event.preventDefault();
    if (!sent) return;
    const code = field.current?.value ?? '';
    void run(async () => onDone(await api.proveRecovery(ticketId, { to, challenge: sent.challenge, code })));
  }
  return (
    <form class="form" onSubmit={submit}>
      {channels.length > 1 ? (
        <>
          <p>{t('recovery.needs.code')}</p>
          <fieldset class="tell">
            <legend>{t('recovery.to')}</legend>
            {channels.map((it) => (
              <label key={it} class="choice">
                <input
                  type="radio"
                  name="recovery-to"
                  checked={it === to}
                  onChange={() => {
                    setChosen(it);
                    setSent(null);
                  }}
                />
                <span>{t(`recovery.to.${it}`)}</span>
              </label>
            ))}
          </fieldset>
        </>
      ) : (
        <p>{t(`recovery.needs.${to}`)}</p>
      )}
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
