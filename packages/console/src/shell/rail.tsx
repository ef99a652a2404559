import { Link, useLocation } from '@tanstack/react-router';
import { Search } from 'lucide-react';
import { useT } from '../i18n/i18n.tsx';
import { useCan } from '../session.tsx';
import { cx } from '../ui/cx.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { Tooltip } from '../ui/tooltip.tsx';
import { destinations } from './destinations.ts';
import { Mark } from './mark.tsx';
import { MeMenu } from './me-menu.tsx';

/** The slim rail at the start of the window; on a phone, a bar at its lower edge. */
export function Rail({ onPalette, onShortcuts }: { onPalette: () => void; onShortcuts: () => void }) {
  const t = useT();
  const can = useCan();
  const { pathname } = useLocation();
  return (
    <nav
      aria-label={t('shell.nav')}
      className="flex shrink-0 items-center gap-1 border-line bg-surface max-sm:justify-around max-sm:border-t max-sm:px-1 max-sm:pb-[env(safe-area-inset-bottom)] sm:w-14 sm:flex-col sm:border-e sm:py-2.5"
    >
      <Mark className="mb-2 size-8 max-sm:hidden" />
      {destinations
        .filter((destination) => can(destination.permission))
        .map(({ link, under, labelKey, icon: Icon, keys }) => {
          const here = pathname.startsWith(under);
          return (
            <Tooltip
              key={under}
              side="inline-end"
              content={
                <span className="flex items-center gap-2">
                  {t(labelKey)}
                  <Kbd keys={keys} />
                </span>
              }
            >
              <Link
                {...link}
                aria-label={t(labelKey)}
                aria-current={here ? 'page' : undefined}
                className={cx(
                  'relative grid size-10 place-items-center rounded-md transition-colors max-sm:size-12',
                  here
                    ? 'bg-selected text-accent-text'
                    : 'text-ink-2 hover:bg-hover hover:text-ink active:bg-pressed',
                )}
              >
                <Icon className="size-5" strokeWidth={here ? 2.1 : 1.8} />
              </Link>
            </Tooltip>
          );
        })}
      <span className="flex-1 max-sm:hidden" />
      <IconButton
        label={t('shell.palette.open')}
        shortcut="mod+k"
        side="inline-end"
        icon={<Search />}
        onClick={onPalette}
        className="size-10 max-sm:size-12 [&_svg]:size-5"
      />
      <MeMenu onShortcuts={onShortcuts} />
    </nav>
  );
}
