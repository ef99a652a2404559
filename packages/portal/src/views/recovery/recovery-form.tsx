import type { LostAccess, OwnRecovery } from '@fairlead/contract';
import { useState } from 'preact/hooks';
import { wayHere } from '../../session/arrival.ts';
import { usePortal, useSpeech } from '../context.ts';
import { Refused } from '../refused.tsx';
import { useDeed } from '../use-deed.ts';

const all = ['code', 'password', 'second_factor', 'email'] as const satisfies LostAccess[];

/** Which account is asked back, and what can no longer be used. */
export function RecoveryForm({
  ticketId,
  onDone,
}: {
  ticketId: string;
  onDone: (recovery: OwnRecovery) => void;
}) {
  const { t } = useSpeech();
  const { api } = usePortal();
  const { busy, refusal, run } = useDeed();
  const [uid, setUid] = useState('');
  const [lost, setLost] = useState<LostAccess[]>([]);

  function submit(event: SubmitEvent) {
    event.preventDefault();
    void run(async () =>
      onDone(await api.beginRecovery(ticketId, { uid: uid.trim(), lost, cameBy: wayHere() })),
    );
  }
  return (
    <form class="form" onSubmit={submit}>
      <p>{t('recovery.text')}</p>
      <label class="field">
        <span>{t('recovery.uid')}</span>
        <input
          required
          inputMode="numeric"
          pattern="\s*[0-9]{4,20}\s*"
          maxLength={24}
          dir="ltr"
          value={uid}
          onInput={(event) => setUid(event.currentTarget.value)}
        />
      </label>
      <fieldset class="tell">
        <legend>{t('recovery.lost')}</legend>
        {all.map((it) => (
          <label key={it} class="choice">
            <input
              type="checkbox"
              checked={lost.includes(it)}
              onChange={() =>
                setLost(lost.includes(it) ? lost.filter((other) => other !== it) : [...lost, it])
              }
            />
            <span>{t(`recovery.lost.${it}`)}</span>
          </label>
        ))}
      </fieldset>
      <Refused refusal={refusal} />
      <button type="submit" class="button" disabled={busy || lost.length === 0}>
        {t('recovery.begin')}
      </button>
    </form>
  );
}
