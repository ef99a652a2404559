import type { FlowRun, FlowSlots } from '@fairlead/contract';
import { isTyped, SlotField } from './slot-field.tsx';

interface Props {
  run: FlowRun;
  busy: boolean;
  /** With what happens next; otherwise that is shown elsewhere. */
  whole?: boolean;
  /** More is known: the flow goes on with it. */
  onSlots: (slots: FlowSlots) => void;
}

/** What a flow said, and what it wants to know: to choose, or to type. */
export function FlowAnswer({ run, busy, whole = true, onSlots }: Props) {
  const asked = run.kind === 'asks' && isTyped(run.outcome) ? run.outcome : null;
  return (
    <>
      <p class="flow-text" role="status" dir="auto">
        {run.nextStep !== null && !whole ? run.text.slice(0, -run.nextStep.length).trimEnd() : run.text}
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
      {asked && <SlotField key={asked} slot={asked} busy={busy} onSlots={onSlots} />}
    </>
  );
}
