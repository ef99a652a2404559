import { useState } from 'preact/hooks';
import { type Refusal, refusalOf } from '../session/refusal.ts';
import type { Thread } from '../thread/thread.ts';
import { useChatState, useSurroundings } from './context.ts';

/** Where the answer can reach a customer who leaves, asked for when nobody is there. */
export function AddressForm({ thread }: { thread: Thread | undefined }) {
  const { chat, texts } = useSurroundings();
  const { t, wire } = texts;
  const nobody = useChatState((state) => state.config?.languagesOnline.length === 0);
  const customer = useChatState((state) => state.customer);
  const [left, setLeft] = useState(false);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);

  const queued = thread && thread.conversation.state !== 'closed' && thread.conversation.agent === null;
  const said = thread?.messages.findLast((it) => it.system?.key.startsWith('queue_'))?.system?.key;
  if (left && customer?.email) {
    return (
      <p class="line" role="status">
        {t('address.saved', { email: customer.email })}
      </p>
    );
  }
  if (!queued || customer?.email || !(nobody || said === 'queue_nobody')) return null;

  async function save(event: SubmitEvent) {
    event.preventDefault();
    const email = new FormData(event.currentTarget as HTMLFormElement).get('email');
    setBusy(true);
    setRefusal(null);
    try {
      await chat.leaveAddress(String(email).trim());
      setLeft(true);
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
