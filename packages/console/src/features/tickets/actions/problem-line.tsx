import { CircleAlert } from 'lucide-react';
import { useFormat, useT } from '../../../i18n/i18n.tsx';
import type { Problem } from './action-problem.ts';

/** Says what is wrong with a part of a rule or macro, as it is put together. */
export function ProblemLine({ problem }: { problem: Problem | null }) {
  const t = useT();
  const format = useFormat();
  if (!problem) return null;
  return (
    <p className="flex items-start gap-1 text-sm text-danger-text">
      <CircleAlert className="mt-0.5 size-3.5 shrink-0" aria-hidden />
      {problem === 'incomplete'
        ? t('actions.problem.incomplete')
        : t('actions.problem.placeholder', {
            names: format.list(problem.placeholders.map((name) => `{${name}}`)),
          })}
    </p>
  );
}
