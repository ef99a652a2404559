import type { AssistantTurn, Conversation } from '@fairlead/contract';
import { useQuery } from '@tanstack/react-query';
import { Bot, ChevronRight } from 'lucide-react';
import { useFormat, useT } from '../../../i18n/i18n.tsx';
import { useErrorText } from '../../../i18n/use-error-text.ts';
import { Button } from '../../../ui/button.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { MessageSources } from '../../inbox/thread/message-sources.tsx';
import { turnsQuery } from '../assistant-queries.ts';
import { CorrectIntentButton } from '../learning/correct-intent-button.tsx';
import { KeepTurnButton } from '../results/keep-example-button.tsx';
import { EntityChips } from '../trace/entity-chips.tsx';
import { FlowLine } from '../trace/flow-line.tsx';
import { Step } from '../trace/step.tsx';
import { intentName } from '../trace/trace-words.ts';
import { TurnSteps } from '../trace/turn-steps.tsx';
import { type HandoverSummary, summarise } from './handover-summary.ts';

/** What the assistant understood, tried and handed over, for who goes on. Shows nothing where it had no turn. */
export function AssistantCard({ conversation }: { conversation: Conversation }) {
  const t = useT();
  const errorText = useErrorText();
  const { data: turns, error, isPending, refetch } = useQuery(turnsQuery(conversation));
  const summary = turns && summarise(turns);
  // What comes by chat is the assistant's first as a rule: elsewhere nothing is promised while it loads.
  const waits = isPending && conversation.channel === 'chat';
  if (!error && !summary && !waits) return null;
  return (
    <section aria-label={t('assistant.card')} className="px-4 py-3.5">
      <h2 className="mb-1 flex items-center gap-1.5 text-sm font-medium text-ink-2">
        <Bot className="size-4 text-accent-text" aria-hidden />
        {t('assistant.card')}
      </h2>
      {turns && summary ? (
        <>
          {conversation.state === 'bot' && <p className="text-sm">{t('assistant.card.has_it')}</p>}
          <Summary summary={summary} />
          <Turns conversationId={conversation.id} turns={turns} />
        </>
      ) : waits ? (
        <div role="status" className="flex flex-col gap-2 py-1">
          <span className="sr-only">{t('ui.loading')}</span>
          <Skeleton className="h-4 w-3/4" />
          <Skeleton className="h-4 w-1/2" />
          <Skeleton className="h-4 w-2/3" />
        </div>
      ) : (
        <div role="alert" className="flex flex-col items-start gap-2 text-sm text-danger-text">
          <p>
            {t('assistant.card.loading_failed')} {errorText(error)}
          </p>
          <Button size="sm" onClick={() => void refetch()}>
            {t('ui.retry')}
          </Button>
        </div>
      )}
    </section>
  );
}

function Summary({ summary }: { summary: HandoverSummary }) {
  const t = useT();
  const format = useFormat();
  const { reason, intent, entities, given, flows, locale } = summary;
  return (
    <dl>
      {reason && (
        <Step label={t('assistant.card.why')}>
          <span className="font-medium">{t(`assistant.reason.${reason}`)}</span>
        </Step>
      )}
      <Step label={t('assistant.card.wants')}>
        {intent ? intentName(t, intent) : t('assistant.card.wants.unknown')}
      </Step>
      {entities.length > 0 && (
        <Step label={t('assistant.card.named')}>
          <EntityChips entities={entities} />
        </Step>
      )}
      <Step label={t('assistant.card.tried')}>
        {given.length === 0 && flows.length === 0 && (
          <span className="text-ink-3">{t('assistant.card.tried.nothing')}</span>
        )}
        {flows.map((flow, index) => (
          // Turns never change places.
          <span key={index} className="block pb-1">
            <FlowLine flow={flow} />
          </span>
        ))}
        <MessageSources sources={given} below={false} />
      </Step>
      <Step label={t('assistant.card.language')}>{format.language(locale)}</Step>
    </dl>
  );
}

function Turns({ conversationId, turns }: { conversationId: string; turns: readonly AssistantTurn[] }) {
  const t = useT();
  return (
    <details className="group/turns mt-1 text-sm">
      <summary className="flex min-h-7 cursor-pointer items-center gap-1 rounded-sm text-ink-2 hover:text-ink">
        <ChevronRight className="size-4 shrink-0 group-open/turns:rotate-90 rtl:-scale-x-100" aria-hidden />
        {t('assistant.card.turns', { count: turns.length })}
      </summary>
      <ol className="flex flex-col">
        {turns.map((turn) => {
          const { id, seq, milliseconds, trace } = turn;
          return (
            <li key={id}>
              <details className="group/turn ps-4">
                <summary className="flex min-h-7 cursor-pointer items-center gap-1 rounded-sm text-ink-2 hover:text-ink">
                  <ChevronRight
                    className="size-4 shrink-0 group-open/turn:rotate-90 rtl:-scale-x-100"
                    aria-hidden
                  />
                  {t('assistant.card.turn', {
                    seq: String(seq),
                    decision: t(`assistant.decision.${trace.decision}`),
                  })}
                </summary>
                <TurnSteps trace={trace} milliseconds={milliseconds} sent={{ conversationId, seq }} />
                <KeepTurnButton conversationId={conversationId} turn={turn} />
                <CorrectIntentButton conversationId={conversationId} turn={turn} />
              </details>
            </li>
          );
        })}
      </ol>
    </details>
  );
}
