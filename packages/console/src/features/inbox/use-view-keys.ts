import { useT } from '../../i18n/i18n.tsx';
import { useCommands } from '../../shell/commands.tsx';
import { useShortcut } from '../../shell/shortcuts.tsx';
import { neighbourView } from './inbox-views.ts';
import type { InboxAddress } from './use-inbox-address.ts';
import type { CountedView } from './use-inbox-views.ts';

/** Walking through the views by `[` and `]`, and every view in the palette. */
export function useViewKeys({ view, showView }: InboxAddress, views: readonly CountedView[]): void {
  const t = useT();
  const walk = (step: 1 | -1) => {
    const next = neighbourView(views, view, step);
    if (next) showView(next.id);
  };
  const groupKey = 'inbox.shortcuts.list';
  useShortcut('[', () => walk(-1), { labelKey: 'inbox.shortcut.previous_view', groupKey });
  useShortcut(']', () => walk(1), { labelKey: 'inbox.shortcut.next_view', groupKey });
  useCommands(
    views.map(({ id, label }) => ({
      id: `inbox-view-${id}`,
      label,
      group: t('inbox.views'),
      run: () => showView(id),
    })),
  );
}
