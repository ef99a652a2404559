import { endpoints } from '@fairlead/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { call } from '../../api.ts';
import { useT } from '../../i18n/i18n.tsx';
import { agentsQuery, meQuery } from '../../queries.ts';
import { ErrorState } from '../../ui/error-state.tsx';
import { FormError } from '../../ui/form-error.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Switch } from '../../ui/switch.tsx';

const policyKey = ['access', 'policy'];

/** How everybody signs in. */
export function PolicyTab() {
  const t = useT();
  const client = useQueryClient();
  const agents = useQuery(agentsQuery);
  const policy = useQuery({
    queryKey: policyKey,
    queryFn: ({ signal }) => call(endpoints.access.getPolicy, { signal }),
  });
  const change = useMutation({
    mutationFn: (requireTwoFactor: boolean) =>
      call(endpoints.access.setPolicy, { body: { requireTwoFactor } }),
    onSuccess: (saved) => {
      client.setQueryData(policyKey, saved);
      void client.invalidateQueries({ queryKey: meQuery.queryKey });
    },
  });
  if (policy.error && !policy.data) {
    return <ErrorState error={policy.error} onRetry={() => void policy.refetch()} />;
  }
  const without = agents.data?.filter((agent) => agent.status === 'active' && !agent.twoFactor).length ?? 0;
  return (
    <Panel title={t('people.policy.title')} description={t('people.policy.text')} className="max-w-3xl">
      {policy.data ? (
        <div className="border-t border-line pt-4">
          <Switch
            checked={change.isPending ? change.variables : policy.data.requireTwoFactor}
            onChange={(on) => change.mutate(on)}
            disabled={change.isPending}
            label={t('people.policy.two_factor')}
            hint={without > 0 ? t('people.policy.without', { count: without }) : t('people.policy.everyone')}
          />
          <FormError error={change.error} className="mt-3" />
        </div>
      ) : (
        <Skeleton className="h-10" />
      )}
    </Panel>
  );
}
