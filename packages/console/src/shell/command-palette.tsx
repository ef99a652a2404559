import { Dialog } from '@base-ui/react/dialog';
import { Command as Palette } from 'cmdk';
import { Search } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { useT } from '../i18n/i18n.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { type Command, commandsNow, subscribeCommands } from './command-registry.ts';

/** Everything that can be done from here, found by typing. Features add theirs with `useCommands`. */
export default function CommandPalette({ onClose }: { onClose: () => void }) {
  const t = useT();
  const commands = useSyncExternalStore(subscribeCommands, commandsNow);
  const groups = Map.groupBy(commands, (command) => command.group ?? t('shell.palette.here'));

  const run = (command: Command) => {
    onClose();
    command.run();
  };
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-40 bg-scrim" />
        <Dialog.Popup
          aria-label={t('shell.palette.open')}
          className="pop-motion fixed inset-x-3 top-[12dvh] z-50 mx-auto max-w-xl overflow-hidden rounded-xl bg-raised text-ink shadow-pop outline-none"
        >
          <Palette loop label={t('shell.palette.open')}>
            <div className="flex items-center gap-2.5 border-b border-line px-4">
              <Search className="size-4 shrink-0 text-ink-3" aria-hidden />
              <Palette.Input
                autoFocus
                placeholder={t('shell.palette.placeholder')}
                className="h-12 flex-1 bg-transparent text-lg outline-none"
              />
              <Kbd keys="escape" />
            </div>
            <Palette.List className="max-h-[52dvh] overflow-y-auto p-1.5">
              <Palette.Empty className="px-3 py-10 text-center text-ink-3">
                {t('shell.palette.empty')}
              </Palette.Empty>
              {[...groups].map(([group, items]) => (
                <Palette.Group
                  key={group}
                  heading={group}
                  className="[&_[cmdk-group-heading]]:px-2.5 [&_[cmdk-group-heading]]:pt-2.5 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-xs [&_[cmdk-group-heading]]:font-medium [&_[cmdk-group-heading]]:text-ink-3"
                >
                  {items.map((command) => (
                    <Palette.Item
                      key={command.id}
                      value={command.id}
                      keywords={[command.label, ...(command.keywords ?? [])]}
                      onSelect={() => run(command)}
                      className="flex min-h-9 items-center gap-3 rounded-md px-2.5 data-[selected=true]:bg-selected pointer-coarse:min-h-11"
                    >
                      <span className="min-w-0 flex-1 truncate">{command.label}</span>
                      {command.shortcut && <Kbd keys={command.shortcut} />}
                    </Palette.Item>
                  ))}
                </Palette.Group>
              ))}
            </Palette.List>
          </Palette>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
