import { useEffect, useRef } from 'preact/hooks';
import { CodeField } from '../code-field.tsx';
import { usePortal, useSpeech } from '../context.ts';
import { Refused } from '../refused.tsx';
import { useDeed } from '../use-deed.ts';

/** A code that is on its way to the customer's address, which is masked. */
export interface SentFreezeCode {
  challenge: string;
  to: string;
  minutes: number;
}

interface Props {
  sent: SentFreezeCode;
  onAgain: () => void;
  onDone: (done: { frozenAt: string | null }) => void;
}

/** Takes the code from the letter, and freezes the account by it. */
export function FreezeForm({ sent, onAgain, onDone }: Props) {
  const { t } = useSpeech();
  const { api } = usePortal();
  const { busy, refusal, run } = useDeed();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), [sent.challenge]);

  function submit(event: SubmitEvent) {
    event.preventDefault();
    const code = field.current?.value ?? '';
    void run(async () => onDone(await api.freeze({ challenge: sent.challenge, code }))).then((done) => {
      if (!done) field.current?.select();
    });
  }
  return (
    <form class="form" onSubmit={submit}>
      <p role="status">{t('signIn.sent', { email: sent.to, minutes: sent.minutes })}</p>
      <CodeField field={field} />
      <Refused refusal={refusal} />
      <button type="submit" class="button" disabled={busy}>
        {t('freeze.confirm')}
      </button>
      <p class="form-more">
        <button type="button" class="text-button" disabled={busy} onClick={onAgain}>
          {t('signIn.again')}
        </button>
      </p>
    </form>
  );
}
