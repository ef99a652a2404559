import { useNavigate, useSearch } from '@tanstack/react-router';
import { useT } from '../../i18n/i18n.tsx';
import type { StudioTab } from '../../shell/search-params.ts';
import { PageHeader } from '../../ui/page-header.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { CopilotTab } from '../copilot/copilot-tab.tsx';
import { LearningTab } from './learning/learning-tab.tsx';
import { ResultsTab } from './results/results-tab.tsx';
import { SettingsTab } from './settings/settings-tab.tsx';
import { TextsTab } from './texts/texts-tab.tsx';
import { TryTab } from './try/try-tab.tsx';

/** Where the assistant is tried, looked into and set. */
export function StudioPage() {
  const t = useT();
  const navigate = useNavigate();
  const { tab = 'try', example } = useSearch({ from: '/app/assistant' });
  const go = (next: StudioTab) =>
    void navigate({ to: '/assistant', search: next === 'try' ? {} : { tab: next }, replace: true });
  return (
    <div className="flex h-full flex-col">
      <PageHeader title={t('assistant.studio')} description={t('assistant.studio.text')} />
      <div className="min-h-0 flex-1 overflow-y-auto px-gutter py-5">
        <Tabs
          label={t('assistant.studio')}
          value={tab}
          onChange={go}
          className="flex flex-col gap-4"
          tabs={[
            { value: 'try', label: t('assistant.try'), content: <TryTab key={example} example={example} /> },
            { value: 'results', label: t('assistant.results'), content: <ResultsTab /> },
            { value: 'texts', label: t('assistant.texts'), content: <TextsTab /> },
            { value: 'learning', label: t('learning.title'), content: <LearningTab /> },
            { value: 'copilot', label: t('copilot.title'), content: <CopilotTab /> },
            { value: 'settings', label: t('assistant.settings'), content: <SettingsTab /> },
          ]}
        />
      </div>
    </div>
  );
}
