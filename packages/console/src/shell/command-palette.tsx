import { Dialog } from '@base-ui/react/dialog';
import { Command as Palette } from 'cmdk';
import { Search } from 'lucide-react';
import { useState, useSyncExternalStore } from 'react';
import { useT } from '../i18n/i18n.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { type Command, commandsNow, subscribeCommands } from './command-registry.ts';
import { foundPrefix, paletteRank } from './palette-rank.ts';
import { usePaletteSearch } from './use-palette-search.ts';

const groupClass =
  '[&_[cmdk-group-heading]]:px-2.5 [&_[cmdk-group-heading]]:pt-2.5 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-xs [&_[cmdk-group-heading]]:font-medium [&_[cmdk-group-heading]]:text-ink-3';
const itemClass =
  'flex min-h-9 items-center gap-3 rounded-md px-2.5 data-[selected=true]:bg-selected pointer-coarse:min-h-11';

/**
 * Everything that can be done from here, and the conversations and customers there are, found by typing. Features add what can be done
 * with `useCommands`.
 */
export default function CommandPalette({ onClose }: { onClose: () => void }) {
  const t = useT();
  const [text, setText] = useState('');
  const { groups: foundGroups, busy, failed } = usePaletteSearch(text);
  const commands = useSyncExternalStore(subscribeCommands, commandsNow);
  const groups = Map.groupBy(commands, (command) => command.group ?? t('shell.palette.here'));

  const run = (command: Pick<Command, 'run'>) => {
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
          <Palette loop label={t('shell.palette.open')} filter={paletteRank}>
            <div className="flex items-center gap-2.5 border-b border-line px-4">
              <Search className="size-4 shrink-0 text-ink-3" aria-hidden />
              <Palette.Input
                autoFocus
                value={text}
                onValueChange={setText}
                placeholder={t('shell.palette.placeholder')}
                className="h-12 min-w-0 flex-1 bg-transparent text-lg text-ellipsis outline-none"
              />
              <Kbd keys="escape" className="pointer-coarse:hidden" />
            </div>
            <Palette.List className="max-h-[52dvh] overflow-y-auto p-1.5">
              <Palette.Empty className="px-3 py-10 text-center text-ink-3">
                {busy ? null : t('shell.palette.empty')}
              </Palette.Empty>
              {[...groups].map(([group, items]) => (
                <Palette.Group key={group} heading={group} className={groupClass}>
                  {items.map((command) => (
                    <Palette.Item
                      key={command.id}
                      value={command.id}
                      keywords={[command.label, ...(command.keywords ?? [])]}
                      onSelect={() => run(command)}
                      className={itemClass}
                    >
                      <span className="min-w-0 flex-1 truncate">{command.label}</span>
                      {command.shortcut && <Kbd keys={command.shortcut} />}
                    </Palette.Item>
                  ))}
                </Palette.Group>
              ))}
              {foundGroups
                .filter(({ found }) => found.length > 0)
                .map(({ heading, found }) => (
                  <Palette.Group key={heading} heading={heading} className={groupClass}>
                    {found.map((item) => (
                      <Palette.Item
                        key={item.id}
                        value={foundPrefix + item.id}
                        onSelect={() => run(item)}
                        className={itemClass}
                      >
                        <span className="max-w-1/2 shrink-0 truncate">{item.label}</span>
                        <bdi className="min-w-0 flex-1 truncate text-sm text-ink-3">{item.detail}</bdi>
                      </Palette.Item>
                    ))}
                  </Palette.Group>
                ))}
            </Palette.List>
            <div role="status">
              {(busy || failed) && (
                <p className="border-t border-line px-4 py-2 text-sm text-ink-3">
                  {t(busy ? 'shell.palette.searching' : 'shell.palette.failed')}
                </p>
              )}
            </div>
          </Palette>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
