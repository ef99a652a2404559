import type { FlowSlots } from '@fairlead/contract';
import { useRef } from 'preact/hooks';
import { useSpeech } from '../context.ts';

/** What a customer may type where a flow asks for it, and the field of the form that names it. */
const typed = {
  txid: 'txid',
  asset: 'asset',
  network: 'network',
  amount: 'amount',
  orderId: 'order_id',
} as const;
export type TypedSlot = keyof typeof typed;
export const isTyped = (slot: string): slot is TypedSlot => slot in typed;

interface Props {
  slot: TypedSlot;
  busy: boolean;
  onSlots: (slots: FlowSlots) => void;
}

/** One thing that a flow wants to know, to be typed. */
export function SlotField({ slot, busy, onSlots }: Props) {
  const { t, wire } = useSpeech();
  const field = useRef<HTMLInputElement>(null);
  const tell = () => {
    const value = field.current?.value.trim();
    if (value) onSlots({ [slot]: value });
  };
  return (
    <div class="field">
      <label>
        <span>{wire(`field.${typed[slot]}`)}</span>
        <input
          ref={field}
          dir="ltr"
          maxLength={120}
          onKeyDown={(event) => {
            // Within the form of the ticket, which is not to be sent by it.
            if (event.key !== 'Enter') return;
            event.preventDefault();
            tell();
          }}
        />
      </label>
      <button type="button" class="button button-quiet" disabled={busy} onClick={tell}>
        {t('flow.go_on')}
      </button>
    </div>
  );
}
