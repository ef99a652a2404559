import { useNavigate } from '@tanstack/react-router';
import { Ellipsis } from 'lucide-react';
import { useT } from '../i18n/i18n.tsx';
import { cx } from '../ui/cx.ts';
import { Menu, MenuItem } from '../ui/menu.tsx';
import type { Destination } from './destinations.ts';

interface MorePlacesProps {
  places: readonly Destination[];
  /** One of them is on screen. */
  here: boolean;
}

/** The places that the bar of a phone has no room for. */
export function MorePlaces({ places, here }: MorePlacesProps) {
  const t = useT();
  const navigate = useNavigate();
  return (
    <Menu
      side="top"
      align="center"
      trigger={
        <button
          type="button"
          aria-label={t('shell.nav.more')}
          aria-current={here ? 'true' : undefined}
          className={cx(
            'grid h-12 flex-1 place-items-center rounded-md sm:hidden',
            here ? 'bg-selected text-accent-text' : 'text-ink-2 active:bg-pressed data-popup-open:bg-hover',
          )}
        >
          <Ellipsis className="size-5" aria-hidden />
        </button>
      }
    >
      {places.map(({ link, under, labelKey, icon: Icon }) => (
        <MenuItem key={under} icon={<Icon />} onSelect={() => void navigate(link)}>
          {t(labelKey)}
        </MenuItem>
      ))}
    </Menu>
  );
}
