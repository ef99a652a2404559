import { useNavigate } from '@tanstack/react-router';
import { useT } from '../i18n/i18n.tsx';
import { useCan } from '../session.tsx';
import { type Command, useCommands } from './commands.tsx';
import { type Destination, destinationsOf } from './destinations.ts';
import { usePreference } from './preferences.ts';
import { useShortcut } from './shortcuts.tsx';
import { useSetPresence, useSignOut } from './use-me-actions.ts';

/** Adds what the shell can do to the palette and the keyboard; draws nothing. */
export function ShellCommands({ onShortcuts }: { onShortcuts: () => void }) {
  const t = useT();
  const can = useCan();
  const navigate = useNavigate();
  const places = destinationsOf(can);

  const goTo: Command[] = places.map(({ link, under, labelKey, keys }) => ({
    id: `go.${under}`,
    group: t('shell.palette.go'),
    label: t(labelKey),
    shortcut: keys,
    run: () => void navigate(link),
  }));
  const settings: Command[] = [
    {
      id: 'settings.profile',
      group: t('shell.palette.go'),
      label: t('shell.me.profile'),
      run: () => void navigate({ to: '/settings/profile' }),
    },
    {
      id: 'settings.security',
      group: t('shell.palette.go'),
      label: t('shell.me.security'),
      run: () => void navigate({ to: '/settings/security' }),
    },
  ];
  useCommands([...goTo, ...settings, ...useOwnCommands(onShortcuts)]);
  return places.map((place) => <GoTo key={place.under} place={place} />);
}

function GoTo({ place }: { place: Destination }) {
  const navigate = useNavigate();
  useShortcut(place.keys, () => void navigate(place.link), {
    labelKey: place.labelKey,
    groupKey: 'shell.shortcuts.go',
  });
  return null;
}

function useOwnCommands(onShortcuts: () => void): Command[] {
  const t = useT();
  const setPresence = useSetPresence();
  const signOut = useSignOut();
  const [theme, setTheme] = usePreference('theme');
  const [density, setDensity] = usePreference('density');
  const group = t('shell.palette.own');
  return [
    ...(['online', 'away', 'offline'] as const).map((presence) => ({
      id: `presence.${presence}`,
      group,
      label: t(`shell.palette.presence.${presence}`),
      run: () => setPresence.mutate(presence),
    })),
    {
      id: 'theme',
      group,
      label: t(theme === 'dark' ? 'shell.palette.theme.light' : 'shell.palette.theme.dark'),
      run: () => setTheme(theme === 'dark' ? 'light' : 'dark'),
    },
    {
      id: 'density',
      group,
      label: t(density === 'compact' ? 'shell.palette.density.comfortable' : 'shell.palette.density.compact'),
      run: () => setDensity(density === 'compact' ? 'comfortable' : 'compact'),
    },
    { id: 'shortcuts', group, label: t('shell.shortcuts.open'), shortcut: '?', run: onShortcuts },
    { id: 'sign-out', group, label: t('shell.me.sign_out'), run: () => signOut.mutate() },
  ];
}
