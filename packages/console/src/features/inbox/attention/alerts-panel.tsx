import { useState } from 'react';
import { useT } from '../../../i18n/i18n.tsx';
import { usePreference } from '../../../shell/preferences.ts';
import { Panel } from '../../../ui/panel.tsx';
import { Switch } from '../../../ui/switch.tsx';
import { chime } from './chime.ts';
import { askToNotify, canNotify } from './notify.ts';

/** How this browser calls its agent when something asks for them; in force at once. */
export function AlertsPanel() {
  const t = useT();
  const [sound, setSound] = usePreference('alertSound');
  const [notification, setNotification] = usePreference('alertNotification');
  const [refused, setRefused] = useState(false);
  const notifies = notification === 'on' && canNotify && Notification.permission === 'granted';

  const switchNotification = async (on: boolean) => {
    const granted = on && (await askToNotify());
    setNotification(granted ? 'on' : 'off');
    setRefused(on && !granted);
  };
  return (
    <Panel title={t('inbox.alerts')} description={t('inbox.alerts.text')}>
      <div className="flex flex-col gap-4 border-t border-line pt-5">
        <Switch
          checked={sound === 'on'}
          onChange={(on) => {
            setSound(on ? 'on' : 'off');
            // So that one knows what to listen for.
            if (on) chime();
          }}
          label={t('inbox.alerts.sound')}
          hint={t('inbox.alerts.sound.hint')}
        />
        <Switch
          checked={notifies}
          onChange={(on) => void switchNotification(on)}
          disabled={!canNotify}
          label={t('inbox.alerts.notification')}
          hint={t(
            !canNotify
              ? 'inbox.alerts.notification.unable'
              : refused
                ? 'inbox.alerts.notification.refused'
                : 'inbox.alerts.notification.hint',
          )}
        />
      </div>
    </Panel>
  );
}
