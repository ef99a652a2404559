import { useT } from '../../i18n/i18n.tsx';
import { PasswordPanel } from './password-panel.tsx';
import { SessionsPanel } from './sessions-panel.tsx';
import { SettingsLayout } from './settings-layout.tsx';
import { TwoFactorPanel } from './two-factor-panel.tsx';

/** How one signs in: password, second factor, and where one is signed in now. */
export function SecurityPage() {
  const t = useT();
  return (
    <SettingsLayout title={t('shell.me.security')}>
      <PasswordPanel />
      <TwoFactorPanel />
      <SessionsPanel />
    </SettingsLayout>
  );
}
