import type { Announcement } from '@fairlead/contract';
import { useFormat, useT } from '../../i18n/i18n.tsx';

/** How far the search for those whom an asset concerns has come. */
export function GatheringLine({ gathering }: { gathering: NonNullable<Announcement['gathering']> }) {
  const t = useT();
  const format = useFormat();
  const { foundBy, days, asked, total, letters, done, error } = gathering;
  const counts = { asked: format.number(asked), count: letters };
  return (
    <div className="flex flex-col gap-2 border-t border-line py-2">
      <p>
        {foundBy === 'moves'
          ? t('announcements.gathering.moves', { count: days })
          : foundBy === null
            ? t('announcements.gathering.asking')
            : t(done ? 'announcements.gathering.done' : 'announcements.gathering.under_way', counts)}
      </p>
      {foundBy === 'balances' && !done && (
        <progress
          aria-label={t('announcements.audience.holders')}
          className="w-full"
          {...(total === null ? {} : { max: Math.max(1, total), value: asked })}
        />
      )}
      {error && <p className="text-sm text-danger-text [overflow-wrap:anywhere]">{error}</p>}
    </div>
  );
}
