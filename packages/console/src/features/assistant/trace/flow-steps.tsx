import type { TracedFlowRun } from '@fairlead/contract';
import { useFormat, useT } from '../../../i18n/i18n.tsx';
import { atHandWords, decisionWords, stepKeys } from './flow-words.ts';

/** How a flow was decided, round by round: what was at hand, and what followed. */
export function FlowSteps({ run: { flow, trace } }: { run: Pick<TracedFlowRun, 'flow' | 'trace'> }) {
  const t = useT();
  const format = useFormat();
  const list = (items: string[]) => format.list(items);
  return (
    <ol className="mt-1 flex list-decimal flex-col gap-1 ps-5 text-xs">
      {trace.map((step, round) => (
        // Rounds never change places.
        <li key={round} title={stepKeys(step)}>
          {atHandWords(t, step, { list, moment: (at) => format.dateTime(at) }).map((line) => (
            <span key={line} className="block">
              {line}
            </span>
          ))}
          <span className="block text-ink-2">{decisionWords(t, flow, step.decided, list)}</span>
        </li>
      ))}
    </ol>
  );
}
