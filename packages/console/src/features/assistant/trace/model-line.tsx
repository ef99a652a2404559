import type { ModelTrace } from '@fairlead/contract';
import { useFormat, useT } from '../../../i18n/i18n.tsx';

/** Whether a model put the answer into words, which one, and what it took. */
export function ModelLine({
  model: { model, outcome, milliseconds, dropped, tokens },
}: {
  model: ModelTrace;
}) {
  const t = useT();
  const format = useFormat();
  const facts = [
    model,
    ...(milliseconds > 0
      ? [t('assistant.steps.milliseconds', { count: format.number(Math.round(milliseconds)) })]
      : []),
    ...(tokens > 0 ? [t('assistant.model.tokens', { count: tokens })] : []),
    ...(dropped > 0 ? [t('assistant.model.dropped', { count: dropped })] : []),
  ];
  return (
    <>
      {t(`assistant.model.outcome.${outcome}`)}
      <span className="block text-xs text-ink-3">{facts.join(' · ')}</span>
    </>
  );
}
