import { useNavigate, useSearch } from '@tanstack/react-router';
import { useT } from '../../../i18n/i18n.tsx';
import type { SlaTab } from '../../../shell/search-params.ts';
import { Tabs } from '../../../ui/tabs.tsx';
import { SettingsLayout } from '../../access/settings-layout.tsx';
import { CalendarsTab } from './calendars-tab.tsx';
import { PoliciesTab } from './policies-tab.tsx';
import { TryTab } from './try-tab.tsx';

/** What customers are promised: policies, the hours by which they count, and a trial of both. */
export function SlaPage() {
  const t = useT();
  const navigate = useNavigate();
  const { tab = 'policies' } = useSearch({ from: '/app/settings/sla' });
  const go = (next: SlaTab) =>
    void navigate({ to: '/settings/sla', search: next === 'policies' ? {} : { tab: next }, replace: true });
  return (
    <SettingsLayout title={t('sla.settings')}>
      <Tabs
        label={t('sla.settings')}
        value={tab}
        onChange={go}
        className="flex flex-col gap-4"
        tabs={[
          { value: 'policies', label: t('sla.policies'), content: <PoliciesTab /> },
          { value: 'calendars', label: t('sla.calendars'), content: <CalendarsTab /> },
          { value: 'try', label: t('sla.try'), content: <TryTab /> },
        ]}
      />
    </SettingsLayout>
  );
}
