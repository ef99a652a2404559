import { useEffect, useRef } from 'preact/hooks';
import { usePortal, useSpeech } from '../context.ts';
import { Refused } from '../refused.tsx';
import { useDeed } from '../use-deed.ts';
import type { SentCode } from './code-form.tsx';

/** Asks for the address to which a code is sent. */
export function AddressForm({ email, onSent }: { email: string; onSent: (sent: SentCode) => void }) {
  const { t, locale } = useSpeech();
  const { api } = usePortal();
  const { busy, refusal, run } = useDeed();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);

  function submit(event: SubmitEvent) {
    event.preventDefault();
    const address = field.current?.value.trim() ?? '';
    void run(async () => {
      const { challenge, minutes } = await api.requestCode({ email: address, locale });
      onSent({ challenge, minutes, email: address });
    });
  }
  return (
    <form class="form" onSubmit={submit}>
      <p>{t('signIn.text')}</p>
      <label class="field">
        <span>{t('address.label')}</span>
        <input
          ref={field}
          type="email"
          required
          maxLength={254}
          autoComplete="email"
          dir="ltr"
          defaultValue={email}
        />
      </label>
      <Refused refusal={refusal} />
      <button type="submit" class="button" disabled={busy}>
        {t('signIn.send')}
      </button>
    </form>
  );
}
