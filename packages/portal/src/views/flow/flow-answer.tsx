import type { FlowRun, FlowSlots } from '@fairlead/contract';
import { useRef } from 'preact/hooks';
import { useSpeech } from '../context.ts';

/** What a customer may type where a flow asks for it, and the field of the form that names it. */
const typed = { txid: 'txid', asset: 'asset', network: 'network', amount: 'amount' } as const;
const isTyped = (slot: string): slot is keyof typeof typed => slot in typed;

interface Props {
  run: FlowRun;
  busy: boolean;
  /** More is known: the flow goes on with it. */
  onSlots: (slots: FlowSlots) => void;
}

/** What a flow said, and what it wants to know: to choose, or to type. */
export function FlowAnswer({ run, busy, onSlots }: Props) {
  const { t, wire } = useSpeech();
  const field = useRef<HTMLInputElement>(null);
  const asked = run.kind === 'asks' && isTyped(run.outcome) ? run.outcome : null;
  const tell = () => {
    const value = field.current?.value.trim();
    if (asked && value) onSlots({ [asked]: value });
  };
  return (
    <>
      <p class="flow-text" role="status" dir="auto">
        {run.text}
      </p>
      {run.choices.length > 0 && (
        <p class="flow-choices">
          {run.choices.map(({ text, slots }) => (
            <button
              key={text}
              type="button"
              class="button button-quiet"
              dir="auto"
              disabled={busy}
              onClick={() => onSlots(slots)}
            >
              {text}
            </button>
          ))}
        </p>
      )}
      {asked && (
        <div class="field">
          <label>
            <span>{wire(`field.${typed[asked]}`)}</span>
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
      )}
    </>
  );
}
