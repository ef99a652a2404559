import type { FlowRun, FlowSlots } from '@fairlead/contract';
import { useEffect, useRef, useState } from 'preact/hooks';
import { timeZone } from '../../session/arrival.ts';
import { absolute } from '../../text/when.ts';
import { Bones } from '../bones.tsx';
import { usePortal, useSpeech } from '../context.ts';
import { FlowAnswer } from '../flow/flow-answer.tsx';
import { SlotField } from '../flow/slot-field.tsx';
import { freshDraft, type TicketDraft } from '../new/ticket-draft.ts';
import { Refused } from '../refused.tsx';
import { useDeed } from '../use-deed.ts';
import { type CheckId, draftWith, namedBy, ticketAfter } from './checks.ts';

/**
 * A check, step by step: each step is a run of the flow that the assistant runs in the chat, by what the customer has told so far. It begins by
 * itself; what was asked and answered before is one press back, without asking again.
 */
export function CheckRun({ check }: { check: CheckId }) {
  const { t, locale } = useSpeech();
  const portal = usePortal();
  const { busy, refusal, run } = useDeed();
  const [steps, setSteps] = useState<readonly FlowRun[]>([]);
  const place = useRef<HTMLElement>(null);
  const now = steps.at(-1);

  const look = (slots: FlowSlots, before: readonly FlowRun[]) =>
    void run(async () => {
      const next = await portal.api.runFlow(check, { slots, locale, timeZone: timeZone() });
      setSteps([...before, next]);
    });
  // In another language it is said anew: what was found is words by then.
  useEffect(() => look(now?.slots ?? {}, []), [locale]);
  // Whoever works by the keyboard goes on where the next question or the answer is.
  useEffect(() => {
    if (steps.length > 1) place.current?.focus();
  }, [steps]);

  function openTicket(found: FlowRun) {
    const ticket = ticketAfter(check, found);
    const begun = { ...freshDraft(), ...(portal.drafts.read('new') as Partial<TicketDraft> | undefined) };
    portal.drafts.write('new', draftWith(begun, ticket));
    portal.go({ at: 'new', category: ticket.category });
  }

  if (!now)
    return refusal ? (
      <>
        <Refused refusal={refusal} />
        <p>
          <button type="button" class="button" disabled={busy} onClick={() => look({}, [])}>
            {t('flow.again')}
          </button>
        </p>
      </>
    ) : (
      <div role="status" aria-label={t('check.asking')}>
        <Bones />
      </div>
    );
  const { kind, needsPerson, nextStep, asOf } = now;
  const answered = kind === 'answered';
  const namedAs = namedBy[check];
  return (
    <section class="flow" ref={place} tabIndex={-1} aria-label={t(`check.${check}`)} aria-busy={busy}>
      <FlowAnswer
        run={now}
        busy={busy}
        whole={false}
        onSlots={(slots) => look({ ...now.slots, ...slots }, steps)}
      />
      {answered && nextStep && (
        <div class="check-next">
          <h2>{t('check.next')}</h2>
          <p class="flow-text" dir="auto">
            {nextStep}
          </p>
        </div>
      )}
      {answered && asOf && <p class="quiet">{t('check.asOf', { when: absolute(locale, asOf) })}</p>}
      <Refused refusal={refusal} />
      {answered && namedAs && (
        <details class="check-another">
          <summary>{t('check.another')}</summary>
          <SlotField slot={namedAs} busy={busy} onSlots={(slots) => look(slots, steps)} />
        </details>
      )}
      <p class="form-more">
        {answered && (
          <button
            type="button"
            class={needsPerson ? 'button' : 'button button-quiet'}
            onClick={() => openTicket(now)}
          >
            {t(needsPerson ? 'check.ticket' : 'check.other')}
          </button>
        )}
        {steps.length > 1 && (
          <button
            type="button"
            class="text-button"
            disabled={busy}
            onClick={() => setSteps(steps.slice(0, -1))}
          >
            {t('check.back')}
          </button>
        )}
        {(answered || steps.length > 1) && (
          <button type="button" class="text-button" disabled={busy} onClick={() => look({}, [])}>
            {t('flow.again')}
          </button>
        )}
      </p>
    </section>
  );
}
