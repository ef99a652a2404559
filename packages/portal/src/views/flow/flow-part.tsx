import type { FlowRun, FlowSlots, TicketFields } from '@fairlead/contract';
import type { Category } from '@fairlead/contract/ticket-categories';
import { useState } from 'preact/hooks';
import { timeZone } from '../../session/arrival.ts';
import { usePortal, usePortalState, useSpeech } from '../context.ts';
import { Refused } from '../refused.tsx';
import { useDeed } from '../use-deed.ts';
import { FlowAnswer } from './flow-answer.tsx';
import { flowOfCategory } from './flow-of-category.ts';

interface Props {
  category: Category;
  /** What the form knows already. */
  fields: TicketFields;
  /** What was found out goes into the form. */
  onFill: (found: { fields: TicketFields; subject: string }) => void;
  /** It is answered: no ticket is needed. */
  onSolved: () => void;
}

/** Before a ticket is opened: the exchange is asked about the matter, and what it says may be all that was wanted. */
export function FlowPart({ category, fields, onFill, onSolved }: Props) {
  const { t, locale } = useSpeech();
  const { api } = usePortal();
  const verified = usePortalState(({ person }) => person?.verified);
  const { busy, refusal, run } = useDeed();
  const [answer, setAnswer] = useState<FlowRun | null>(null);
  const meant = flowOfCategory(category, fields);
  if (!verified || !meant) return null;

  const look = (slots: FlowSlots) =>
    void run(async () =>
      setAnswer(
        await api.runFlow(meant.flow, { slots: { ...meant.slots, ...slots }, locale, timeZone: timeZone() }),
      ),
    );
  const { ticket } = answer ?? {};
  return (
    <section class="flow" aria-label={t('flow.title')} aria-busy={busy}>
      {answer ? (
        <>
          <FlowAnswer run={answer} busy={busy} onSlots={(slots) => look({ ...answer.slots, ...slots })} />
          <Refused refusal={refusal} />
          <p class="form-more">
            {answer.kind === 'answered' && !answer.needsPerson && (
              <button type="button" class="button button-quiet" onClick={onSolved}>
                {t('flow.solved')}
              </button>
            )}
            {ticket && (
              <button
                type="button"
                class="button button-quiet"
                onClick={() => onFill({ fields: ticket.fields, subject: ticket.subject })}
              >
                {t('flow.fill')}
              </button>
            )}
            <button type="button" class="text-button" disabled={busy} onClick={() => look({})}>
              {t('flow.again')}
            </button>
          </p>
        </>
      ) : (
        <>
          <p>{t('flow.text')}</p>
          <Refused refusal={refusal} />
          <p>
            <button type="button" class="button button-quiet" disabled={busy} onClick={() => look({})}>
              {t('flow.look')}
            </button>
          </p>
        </>
      )}
    </section>
  );
}
