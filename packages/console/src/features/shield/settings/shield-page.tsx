import { useT } from '../../../i18n/i18n.tsx';
import { SettingsLayout } from '../../access/settings-layout.tsx';
import { CountsPanel } from './counts-panel.tsx';
import { OpeningsPanel } from './openings-panel.tsx';
import { SealingPanel } from './sealing-panel.tsx';
import { TryPanel } from './try-panel.tsx';

/** The secret shield: what it removed, a sentence to try, what is kept sealed, and who opened that. */
export function ShieldPage() {
  const t = useT();
  return (
    <SettingsLayout title={t('shield.title')}>
      <p className="text-ink-2">{t('shield.text')}</p>
      <CountsPanel />
      <TryPanel />
      <SealingPanel />
      <OpeningsPanel />
    </SettingsLayout>
  );
}
