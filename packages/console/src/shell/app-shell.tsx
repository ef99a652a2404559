import { Outlet } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useT } from '../i18n/i18n.tsx';
import { undoNewest } from '../ui/toast.tsx';
import { OfflineBanner } from './offline-banner.tsx';
import { Rail } from './rail.tsx';
import { ShellCommands } from './shell-commands.tsx';
import { useShortcut, useShortcutListener } from './shortcuts.tsx';

const CommandPalette = lazy(() => import('./command-palette.tsx'));
const ShortcutSheet = lazy(() => import('./shortcut-sheet.tsx'));

/** The frame around every page of a signed-in agent. Pages fill `main` and scroll by themselves. */
export function AppShell() {
  const t = useT();
  const [palette, setPalette] = useState(false);
  const [sheet, setSheet] = useState(false);
  useShortcutListener();
  useShortcut('mod+k', () => setPalette((open) => !open), { labelKey: 'shell.palette.open', inFields: true });
  useShortcut('z', undoNewest, { labelKey: 'shell.shortcuts.undo' });
  useShortcut('?', () => setSheet(true), { labelKey: 'shell.shortcuts.open' });

  return (
    <div className="flex h-dvh flex-col">
      <a
        href="#main"
        className="sr-only z-50 rounded-md bg-raised px-3 py-2 focus:not-sr-only focus:absolute focus:start-2 focus:top-2"
      >
        {t('shell.skip')}
      </a>
      <OfflineBanner />
      <div className="flex min-h-0 flex-1 flex-col-reverse sm:flex-row">
        <Rail onPalette={() => setPalette(true)} onShortcuts={() => setSheet(true)} />
        <main id="main" tabIndex={-1} className="min-h-0 min-w-0 flex-1 overflow-hidden outline-none">
          <Outlet />
        </main>
      </div>
      <ShellCommands onShortcuts={() => setSheet(true)} />
      <Suspense fallback={null}>
        {palette && <CommandPalette onClose={() => setPalette(false)} />}
        {sheet && <ShortcutSheet onClose={() => setSheet(false)} />}
      </Suspense>
    </div>
  );
}
