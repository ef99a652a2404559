import { useState } from 'preact/hooks';
import { type Refusal, refusalOf } from '../session/refusal.ts';
import { useSurroundings } from './context.ts';

/** Takes an address to which answers follow. */
export function AddressBox({ onLeft }: { onLeft: () => void }) {
  const { chat, texts } = useSurroundings();
  const { t, wire } = texts;
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);

  async function save(event: SubmitEvent) {
    event.preventDefault();
    const email = new FormData(event.currentTarget as HTMLFormElement).get('email');
    setBusy(true);
    setRefusal(null);
    try {
      await chat.leaveAddress(String(email).trim());
      onLeft();
    } catch (error) {
      setRefusal(refusalOf(error));
    }
    setBusy(false);
  }
  return (
    <form class="address" onSubmit={save}>
      <b>{t('address.title')}</b>
      <div class="address-row">
        <input
          type="email"
          name="email"
          required
          maxLength={254}
          autoComplete="email"
          dir="ltr"
          aria-label={t('address.label')}
          placeholder={t('address.label')}
        />
        <button type="submit" class="button" disabled={busy}>
          {t('address.save')}
        </button>
      </div>
      {refusal && (
        <p role="alert">{wire(`error.${refusal.code}`, { ...refusal.params, field: t('address.label') })}</p>
      )}
    </form>
  );
}
