import { useQuery } from '@tanstack/react-query';
import { ErrorState } from '../../../ui/error-state.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { settingsQuery } from '../assistant-queries.ts';
import { ModelPanel } from './model-panel.tsx';
import { QuietPanel } from './quiet-panel.tsx';
import { SettingsForm } from './settings-form.tsx';

/** How sure the assistant must be, how it greets, and the model that may put its answers into words. */
export function SettingsTab() {
  const { data, error, refetch } = useQuery(settingsQuery);
  if (data)
    return (
      <div className="flex max-w-3xl flex-col gap-6">
        <SettingsForm {...data} />
        <ModelPanel />
        <QuietPanel />
      </div>
    );
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  return <Skeleton className="h-96" />;
}
