import { type CopilotFigures, copilotFigureDays } from '@fairlead/contract';
import { useQuery } from '@tanstack/react-query';
import { Sparkles } from 'lucide-react';
import { useFormat, useT } from '../../i18n/i18n.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { figuresQuery } from './copilot-queries.ts';

const columns = ['offered', 'accepted', 'edited', 'rejected'] as const;

/** How what the copilot offered went: by kind and language, over the last days. */
export function CopilotTab() {
  const t = useT();
  const { data, error, refetch } = useQuery(figuresQuery);
  if (!data && error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <SkeletonRows rows={4} />;
  if (data.length === 0)
    return (
      <EmptyState icon={<Sparkles />} title={t('copilot.figures.none')}>
        {t('copilot.figures.none.text')}
      </EmptyState>
    );
  return (
    <div className="flex flex-col gap-2">
      <p className="text-sm text-ink-2">{t('copilot.figures.text', { count: copilotFigureDays })}</p>
      <FiguresTable figures={data} />
    </div>
  );
}

function FiguresTable({ figures }: { figures: readonly CopilotFigures[] }) {
  const t = useT();
  const format = useFormat();
  return (
    <div
      className="overflow-x-auto rounded-md border border-line"
      tabIndex={0}
      role="region"
      aria-label={t('copilot.title')}
    >
      <table className="w-full min-w-xl text-sm">
        <thead className="bg-sunken text-ink-2">
          <tr>
            <th scope="col" className="px-3 py-2 text-start font-medium">
              {t('copilot.figures.kind')}
            </th>
            <th scope="col" className="px-3 py-2 text-start font-medium">
              {t('copilot.figures.language')}
            </th>
            {columns.map((it) => (
              <th key={it} scope="col" className="px-3 py-2 text-end font-medium">
                {t(`copilot.figures.${it}`)}
              </th>
            ))}
            <th scope="col" className="px-3 py-2 text-end font-medium">
              {t('copilot.figures.changed')}
            </th>
          </tr>
        </thead>
        <tbody>
          {figures.map((it) => (
            <tr key={`${it.kind} ${it.locale}`} className="border-t border-line">
              <th scope="row" className="px-3 py-2 text-start font-normal">
                {t(`copilot.kind.${it.kind}`)}
              </th>
              <td className="px-3 py-2">{format.language(it.locale)}</td>
              {columns.map((column) => (
                <td key={column} className="px-3 py-2 text-end tabular-nums">
                  {format.number(it[column])}
                </td>
              ))}
              <td className="px-3 py-2 text-end tabular-nums">
                {it.editedShare === null
                  ? '–'
                  : t('copilot.figures.share', { count: Math.round(it.editedShare * 100) })}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
