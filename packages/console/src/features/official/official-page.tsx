import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useT } from '../../i18n/i18n.tsx';
import type { OfficialShown } from '../../shell/search-params.ts';
import { Segmented } from '../../ui/segmented.tsx';
import { SettingsLayout } from '../access/settings-layout.tsx';
import { EntryList } from './entry-list.tsx';
import { reportsQuery } from './official-queries.ts';
import { ReportList } from './report-list.tsx';

/** The registry of official channels, of known impostors, and what customers report. */
export function OfficialPage() {
  const t = useT();
  const { show = 'ours', q = '' } = useSearch({ from: '/app/settings/official' });
  const navigate = useNavigate({ from: '/settings/official' });
  const reports = useQuery(reportsQuery);
  const waiting = reports.data?.length ?? 0;
  const turn = (next: OfficialShown) => void navigate({ search: next === 'ours' ? {} : { show: next } });
  return (
    <SettingsLayout title={t('official.title')}>
      <p className="text-ink-2">{t('official.text')}</p>
      <Segmented
        label={t('official.show')}
        value={show}
        onChange={turn}
        className="self-start"
        options={[
          { value: 'ours', label: t('official.ours') },
          { value: 'impostors', label: t('official.impostors') },
          {
            value: 'reports',
            label: waiting > 0 ? t('official.reports.waiting', { count: waiting }) : t('official.reports'),
          },
        ]}
      />
      {show === 'reports' ? (
        <ReportList />
      ) : (
        <EntryList
          key={show}
          standing={show === 'ours' ? 'official' : 'impostor'}
          search={q}
          onSearch={(text) =>
            void navigate({
              search: { ...(show === 'ours' ? {} : { show }), ...(text ? { q: text } : {}) },
              replace: true,
            })
          }
        />
      )}
    </SettingsLayout>
  );
}
