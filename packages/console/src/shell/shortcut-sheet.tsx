import { useT } from '../i18n/i18n.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { Switch } from '../ui/switch.tsx';
import { usePreference } from './preferences.ts';
import { useShortcuts } from './shortcuts.tsx';

/** The `?` sheet: what the keyboard can do here and now, read from the registry itself. */
export default function ShortcutSheet({ onClose }: { onClose: () => void }) {
  const t = useT();
  const [characterKeys, setCharacterKeys] = usePreference('characterKeys');
  const groups = Map.groupBy(useShortcuts(), (shortcut) => shortcut.groupKey);
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={t('shell.shortcuts.title')} size="lg">
      <div className="gap-x-10 sm:columns-2">
        {[...groups].map(([group, shortcuts]) => (
          <section key={group} className="mb-5 break-inside-avoid">
            <h3 className="mb-1 text-sm font-semibold text-ink-2">{t(group)}</h3>
            <dl>
              {shortcuts.map((shortcut) => (
                <div
                  key={shortcut.keys}
                  className="flex min-h-8 items-center justify-between gap-4 border-b border-line last:border-b-0"
                >
                  <dt>{t(shortcut.labelKey)}</dt>
                  <dd>
                    <Kbd keys={shortcut.keys} />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <Switch
        className="mt-1 border-t border-line pt-4"
        checked={characterKeys === 'on'}
        onChange={(on) => setCharacterKeys(on ? 'on' : 'off')}
        label={t('shell.shortcuts.character_keys')}
        hint={t('shell.shortcuts.character_keys.hint')}
      />
    </Dialog>
  );
}
