import { SlidersHorizontal } from 'lucide-react';
import { useT } from '../../../i18n/i18n.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { Menu, MenuChoice, MenuSeparator } from '../../../ui/menu.tsx';
import { useInboxPreference } from '../inbox-preferences.ts';

/** How one likes to write: the key that sends, and the moment to undo. */
export function ComposerMenu() {
  const t = useT();
  const [sendWith, setSendWith] = useInboxPreference('sendWith');
  const [undoSend, setUndoSend] = useInboxPreference('undoSend');
  return (
    <Menu
      align="end"
      side="top"
      trigger={
        <IconButton size="sm" label={t('inbox.composer.settings')} icon={<SlidersHorizontal />} side="top" />
      }
    >
      <MenuChoice
        label={t('inbox.composer.send_with')}
        value={sendWith}
        onChange={setSendWith}
        options={[
          {
            value: 'enter',
            label: t('inbox.composer.send_with.enter'),
            hint: t('inbox.composer.send_with.enter.hint'),
          },
          {
            value: 'mod_enter',
            label: t('inbox.composer.send_with.mod_enter'),
            hint: t('inbox.composer.send_with.mod_enter.hint'),
          },
        ]}
      />
      <MenuSeparator />
      <MenuChoice
        label={t('inbox.composer.undo')}
        value={undoSend}
        onChange={setUndoSend}
        options={[
          { value: 'on', label: t('inbox.composer.undo.on') },
          { value: 'off', label: t('inbox.composer.undo.off') },
        ]}
      />
    </Menu>
  );
}
