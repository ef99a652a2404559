import { useState } from 'preact/hooks';
import type { Thread } from '../thread/thread.ts';
import { useChatState, useSurroundings } from './context.ts';
import { usePart } from './use-part.ts';

/** Where the answer can reach a customer who leaves, asked for when nobody is there. */
export function AddressForm({ thread }: { thread: Thread | undefined }) {
  const { t } = useSurroundings().texts;
  const nobody = useChatState((state) => state.config?.languagesOnline.length === 0);
  const customer = useChatState((state) => state.customer);
  const [left, setLeft] = useState(false);

  // The assistant answers before anybody leaves.
  const waits = thread && !['closed', 'bot'].includes(thread.conversation.state);
  const queued = waits && thread.conversation.agent === null;
  const said = thread?.messages.findLast((it) => it.system?.key.startsWith('queue_'))?.system?.key;
  const asks = Boolean(queued) && !customer?.email && (nobody || said === 'queue_nobody');
  const part = usePart(asks, () => import('./address-box.tsx'));
  if (left && customer?.email) {
    return (
      <p class="line" role="status">
        {t('address.saved', { email: customer.email })}
      </p>
    );
  }
  return part ? <part.AddressBox onLeft={() => setLeft(true)} /> : null;
}
