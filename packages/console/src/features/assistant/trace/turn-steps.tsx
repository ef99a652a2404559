import type { AssistantTrace } from '@fairlead/contract';
import { useFormat, useT } from '../../../i18n/i18n.tsx';
import { Badge } from '../../../ui/badge.tsx';
import type { TurnOfModel } from '../assistant-queries.ts';
import { EntityChips } from './entity-chips.tsx';
import { FlowLine } from './flow-line.tsx';
import { ModelLine } from './model-line.tsx';
import { SentToModel } from './sent-to-model.tsx';
import { ShareBars } from './share-bars.tsx';
import { Step } from './step.tsx';
import { intentName, signalName } from './trace-words.ts';

/** What is next to impossible tells nobody anything, but that it was the likeliest. */
const worthSaying = ({ probability }: { probability: number }, index: number) =>
  index === 0 || probability >= 0.01;

interface TurnStepsProps {
  trace: AssistantTrace;
  milliseconds?: number;
  /** Where what a model was given to read can be looked up. */
  sent?: TurnOfModel;
}

/** Every step from what a customer wrote to what the assistant did. */
export function TurnSteps({ trace, milliseconds, sent }: TurnStepsProps) {
  const t = useT();
  const format = useFormat();
  const { locale, intents, signals, entities, articles, decision, handOver, flow, model } = trace;
  return (
    <dl className="divide-y divide-line">
      <Step label={t('assistant.steps.decided')}>
        <span className="font-medium">{t(`assistant.decision.${decision}`)}</span>
        {handOver && <span className="block text-ink-2">{t(`assistant.reason.${handOver}`)}</span>}
      </Step>
      <Step label={t('assistant.steps.language')}>{format.language(locale)}</Step>
      {signals.length > 0 && (
        <Step label={t('assistant.steps.signals')}>
          <ul className="flex flex-wrap gap-1">
            {signals.map((it) => (
              <li key={it} title={it}>
                <Badge>{signalName(t, it)}</Badge>
              </li>
            ))}
          </ul>
        </Step>
      )}
      {intents.length > 0 && (
        <Step label={t('assistant.steps.intents')}>
          <ShareBars
            rows={intents.filter(worthSaying).map(({ intent, probability }) => ({
              key: intent,
              label: intentName(t, intent),
              title: intent,
              share: probability,
            }))}
          />
        </Step>
      )}
      {entities.length > 0 && (
        <Step label={t('assistant.steps.entities')}>
          <EntityChips entities={entities} />
        </Step>
      )}
      {flow && (
        <Step label={t('assistant.steps.flow')}>
          <FlowLine flow={flow} />
        </Step>
      )}
      {articles.length > 0 && (
        <Step label={t('assistant.steps.articles')}>
          <ShareBars
            rows={articles.map(({ articleId, title, heading, score }) => ({
              key: articleId,
              label: heading ? `${title} › ${heading}` : title,
              share: score,
            }))}
          />
        </Step>
      )}
      {model && (
        <Step label={t('assistant.steps.model')}>
          <ModelLine model={model} />
          {sent && <SentToModel of={sent} outcome={model.outcome} />}
        </Step>
      )}
      {milliseconds !== undefined && (
        <Step label={t('assistant.steps.time')}>
          {t('assistant.steps.milliseconds', { count: format.number(Math.round(milliseconds)) })}
        </Step>
      )}
    </dl>
  );
}
