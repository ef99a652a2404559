import { useNavigate, useSearch } from '@tanstack/react-router';
import { useT } from '../../i18n/i18n.tsx';
import type { AutomationTab } from '../../shell/search-params.ts';
import { Tabs } from '../../ui/tabs.tsx';
import { SettingsLayout } from '../access/settings-layout.tsx';
import { LogTab } from './log-tab.tsx';
import { RulesTab } from './rules-tab.tsx';

/** What is done by itself: the rules, and the log of what they did. */
export function AutomationPage() {
  const t = useT();
  const navigate = useNavigate();
  const { tab = 'rules' } = useSearch({ from: '/app/settings/automation' });
  const go = (next: AutomationTab) =>
    void navigate({
      to: '/settings/automation',
      search: next === 'rules' ? {} : { tab: next },
      replace: true,
    });
  return (
    <SettingsLayout title={t('automation.settings')}>
      <Tabs
        label={t('automation.settings')}
        value={tab}
        onChange={go}
        className="flex flex-col gap-4"
        tabs={[
          { value: 'rules', label: t('automation.rules'), content: <RulesTab /> },
          { value: 'log', label: t('automation.log'), content: <LogTab /> },
        ]}
      />
    </SettingsLayout>
  );
}
