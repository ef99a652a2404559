import { endpoints } from '@fairlead/contract';
import { useQuery } from '@tanstack/react-query';
import { call } from '../../../../api.ts';
import { useFormat, useT } from '../../../../i18n/i18n.tsx';
import { ErrorState } from '../../../../ui/error-state.tsx';
import { Skeleton } from '../../../../ui/skeleton.tsx';

export const openingsKey = (fileId: string) => ['file-openings', fileId];

/** Who opened a sensitive file, when and why. */
export function FileOpenings({ fileId, conversationId }: { fileId: string; conversationId: string }) {
  const t = useT();
  const format = useFormat();
  const { data, error, refetch } = useQuery({
    queryKey: openingsKey(fileId),
    queryFn: () => call(endpoints.files.listOpenings, { params: { id: conversationId, fileId } }),
  });
  return (
    <section aria-label={t('inbox.openings')} className="flex flex-col gap-2 border-t border-line pt-4">
      <h3 className="text-sm font-semibold">{t('inbox.openings')}</h3>
      {error && !data ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <Skeleton className="h-4 w-2/3" />
      ) : data.items.length === 0 ? (
        <p className="text-sm text-ink-2">{t('inbox.openings.none')}</p>
      ) : (
        <ul className="flex flex-col gap-1.5 text-sm">
          {data.items.map((it) => (
            <li key={it.id} className="flex flex-wrap gap-x-2 text-ink-2">
              <span className="font-medium text-ink">{it.agentName || t('inbox.openings.gone')}</span>
              <time dateTime={it.openedAt}>{format.dateTime(it.openedAt)}</time>
              <span>
                {t(`inbox.opening.${it.reason}`)}
                {it.note !== '' && `: ${it.note}`}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
