import { Link } from '@tanstack/react-router';
import { Pencil, Plus } from 'lucide-react';
import { useT } from '../../../i18n/i18n.tsx';
import { cx } from '../../../ui/cx.ts';
import { IconButton } from '../../../ui/icon-button.tsx';
import type { NamedView } from './use-ticket-views.ts';

interface ViewsPaneProps {
  views: readonly NamedView[];
  current: string;
  onAdd: () => void;
  onEdit: (view: NamedView) => void;
}

/** The views of tickets with their counts; those that were saved stand below. */
export function ViewsPane({ views, current, onAdd, onEdit }: ViewsPaneProps) {
  const t = useT();
  return (
    <nav
      aria-label={t('tickets.views')}
      className="flex w-52 shrink-0 flex-col gap-4 overflow-y-auto border-e border-line bg-canvas px-2 py-3 max-xl:hidden"
    >
      <ViewList views={views.filter((view) => !view.saved)} current={current} onEdit={onEdit} />
      <div>
        <div className="flex items-center justify-between ps-2">
          <h2 className="text-xs font-medium text-ink-3">{t('tickets.views.saved')}</h2>
          <IconButton size="sm" label={t('tickets.views.add')} icon={<Plus />} onClick={onAdd} />
        </div>
        <ViewList views={views.filter((view) => view.saved)} current={current} onEdit={onEdit} />
      </div>
    </nav>
  );
}

function ViewList({ views, current, onEdit }: Pick<ViewsPaneProps, 'views' | 'current' | 'onEdit'>) {
  const t = useT();
  return (
    <ul className="flex flex-col gap-px">
      {views.map((view) => {
        const { id, icon: Icon, label, count, saved } = view;
        const here = id === current;
        return (
          <li key={id} className="flex items-center">
            <Link
              to="/tickets"
              search={{ view: id }}
              aria-current={here ? 'page' : undefined}
              className={cx(
                'flex min-h-8 min-w-0 flex-1 items-center gap-2 rounded-md px-2 py-1 text-ink-2 hover:bg-hover hover:text-ink',
                here && 'bg-selected font-medium text-ink',
              )}
            >
              <Icon className={cx('size-4 shrink-0', here ? 'text-accent-text' : 'text-ink-3')} aria-hidden />
              <span className="min-w-0 flex-1 leading-tight [overflow-wrap:anywhere]">{label}</span>
              {count !== null && (
                <span className={cx('text-xs tabular-nums', here ? 'text-ink-2' : 'text-ink-3')}>
                  {count}
                </span>
              )}
            </Link>
            {here && saved?.editable && (
              <IconButton
                size="sm"
                label={t('tickets.views.edit', { name: label })}
                icon={<Pencil />}
                onClick={() => onEdit(view)}
              />
            )}
          </li>
        );
      })}
    </ul>
  );
}
