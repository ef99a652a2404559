import { Link } from '@tanstack/react-router';
import { useFormat, useT } from '../../../i18n/i18n.tsx';
import { cx } from '../../../ui/cx.ts';
import type { CountedView } from '../use-inbox-views.ts';
import { LiveState } from './live-state.tsx';

/** The lists of the inbox with their counts. */
export function ViewsPane({ views, current }: { views: readonly CountedView[]; current: string }) {
  const t = useT();
  const teams = views.filter((view) => view.id.startsWith('team:'));
  const main = views.filter((view) => !view.id.startsWith('team:') && view.id !== 'closed');
  const closed = views.filter((view) => view.id === 'closed');
  return (
    <nav
      aria-label={t('inbox.views')}
      className="flex w-48 shrink-0 flex-col gap-4 overflow-y-auto border-e border-line bg-canvas px-2 py-3 max-xl:hidden"
    >
      <ViewList views={main} current={current} />
      {teams.length > 0 && (
        <div>
          <h2 className="px-2 pb-1 text-xs font-medium text-ink-3">{t('inbox.teams')}</h2>
          <ViewList views={teams} current={current} />
        </div>
      )}
      <ViewList views={closed} current={current} />
      <LiveState className="mt-auto px-2" />
    </nav>
  );
}

function ViewList({ views, current }: { views: readonly CountedView[]; current: string }) {
  const format = useFormat();
  return (
    <ul className="flex flex-col gap-px">
      {views.map(({ id, icon: Icon, label, count }) => (
        <li key={id}>
          <Link
            to="/inbox/$view"
            params={{ view: id }}
            aria-current={id === current ? 'page' : undefined}
            className={cx(
              'flex min-h-8 items-center gap-2 rounded-md px-2 py-1 text-ink-2 hover:bg-hover hover:text-ink',
              id === current && 'bg-selected font-medium text-ink',
            )}
          >
            <Icon
              className={cx('size-4 shrink-0', id === current ? 'text-accent-text' : 'text-ink-3')}
              aria-hidden
            />
            <span className="min-w-0 flex-1 leading-tight break-words">{label}</span>
            {count !== null && (
              <span className={cx('text-xs', id === current ? 'text-ink-2' : 'text-ink-3')}>
                {format.number(count)}
              </span>
            )}
          </Link>
        </li>
      ))}
    </ul>
  );
}
