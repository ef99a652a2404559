import { useQuery } from '@tanstack/react-query';
import { ErrorState } from '../../../ui/error-state.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { settingsQuery } from '../assistant-queries.ts';
import { SettingsForm } from './settings-form.tsx';

/** How sure the assistant must be, and how it greets. */
export function SettingsTab() {
  const { data, error, refetch } = useQuery(settingsQuery);
  if (data) return <SettingsForm {...data} />;
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  return <Skeleton className="h-96" />;
}
