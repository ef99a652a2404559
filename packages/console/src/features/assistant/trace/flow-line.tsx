import type { AssistantTrace } from '@fairlead/contract';
import { useFormat, useT } from '../../../i18n/i18n.tsx';
import { outcomeName } from './flow-words.ts';
import { flowName } from './trace-words.ts';

/** A flow that was run, what came of it, and of when that is. */
export function FlowLine({ flow }: { flow: NonNullable<AssistantTrace['flow']> }) {
  const t = useT();
  const format = useFormat();
  return (
    <span className="block" title={`${flow.flow}.${flow.outcome}`}>
      {t('assistant.steps.flow_line', {
        flow: flowName(t, flow.flow),
        outcome: outcomeName(t, flow.flow, flow.outcome),
      })}
      {flow.asOf && (
        <span className="block text-xs text-ink-3">
          {t('assistant.steps.as_of', { time: format.dateTime(flow.asOf) })}
        </span>
      )}
    </span>
  );
}
