import { useEffect, useRef } from 'preact/hooks';
import { CodeField } from '../code-field.tsx';
import { usePortal, useSpeech } from '../context.ts';
import { Refused } from '../refused.tsx';
import { useDeed } from '../use-deed.ts';

/** A code that is on its way to an address. */
export interface SentCode {
  challenge: string;
  email: string;
  minutes: number;
}

interface Props {
  sent: SentCode;
  onSent: (sent: SentCode) => void;
  onOther: () => void;
}

/** Takes the code from the letter. */
export function CodeForm({ sent, onSent, onOther }: Props) {
  const { t, locale } = useSpeech();
  const { api, signIn } = usePortal();
  const { busy, refusal, run } = useDeed();
  const field = useRef<HTMLInputElement>(null);
  const { challenge, email, minutes } = sent;
  useEffect(() => field.current?.focus(), []);

  function submit(event: SubmitEvent) {
    event.preventDefault();
    void run(() => signIn(challenge, email, field.current?.value ?? '')).then((done) => {
      if (!done) field.current?.select();
    });
  }
  const again = () =>
    void run(async () => {
      const next = await api.requestCode({ email, locale });
      onSent({ email, ...next });
    });
  return (
    <form class="form" onSubmit={submit}>
      <p role="status">{t('signIn.sent', { email, minutes })}</p>
      <CodeField field={field} />
      <Refused refusal={refusal} />
      <button type="submit" class="button" disabled={busy}>
        {t('signIn.confirm')}
      </button>
      <p class="form-more">
        <button type="button" class="text-button" disabled={busy} onClick={again}>
          {t('signIn.again')}
        </button>
        <button type="button" class="text-button" onClick={onOther}>
          {t('signIn.other')}
        </button>
      </p>
    </form>
  );
}
