import { endpoints, type SlaPolicy } from '@fairlead/contract';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { ListChecks, Plus } from 'lucide-react';
import { useState } from 'react';
import { call } from '../../../api.ts';
import { useT } from '../../../i18n/i18n.tsx';
import { useCan } from '../../../session.tsx';
import { Button } from '../../../ui/button.tsx';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { ErrorState } from '../../../ui/error-state.tsx';
import { SkeletonRows } from '../../../ui/skeleton.tsx';
import { useOrder } from '../../../ui/use-order.ts';
import { policyLabel } from '../policy-label.ts';
import { moveItem } from './move-item.ts';
import { PolicyDialog } from './policy-dialog.tsx';
import { PolicyRow } from './policy-row.tsx';
import { policiesQuery } from './sla-admin-queries.ts';

/** The policies in the order in which they are tried: put in order by drag or by key, changed, made and removed. */
export function PoliciesTab() {
  const t = useT();
  const manage = useCan()('sla.manage');
  const client = useQueryClient();
  const { data, error, refetch } = useQuery(policiesQuery);
  const [editing, setEditing] = useState<SlaPolicy | 'new' | null>(null);
  const [removing, setRemoving] = useState<SlaPolicy | null>(null);
  const [dragged, setDragged] = useState<number | null>(null);
  const order = useOrder({
    queryKey: policiesQuery.queryKey,
    save: (ids) => call(endpoints.sla.orderPolicies, { body: { ids } }),
    title: t('sla.policies.moved'),
  });
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <SkeletonRows rows={4} />;
  const move = (from: number, to: number) => order(moveItem(data, from, to));
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-3">
        <p className="min-w-0 flex-1 basis-72 text-sm text-ink-3">{t('sla.policies.text')}</p>
        {manage && (
          <Button variant="primary" icon={<Plus />} onClick={() => setEditing('new')}>
            {t('sla.policy.add')}
          </Button>
        )}
      </div>
      {data.length === 0 ? (
        <EmptyState icon={<ListChecks />} title={t('sla.policies.none')}>
          {t('sla.policies.none.text')}
        </EmptyState>
      ) : (
        <ol className="flex flex-col gap-2">
          {data.map((policy, index) => (
            <PolicyRow
              key={policy.id}
              policy={policy}
              place={index}
              last={index === data.length - 1}
              manage={manage}
              onMove={(to) => move(index, to)}
              onDrag={() => setDragged(index)}
              onDrop={() => {
                if (dragged !== null && dragged !== index) move(dragged, index);
                setDragged(null);
              }}
              onEdit={() => setEditing(policy)}
              onRemove={() => setRemoving(policy)}
            />
          ))}
        </ol>
      )}
      {editing && (
        <PolicyDialog policy={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />
      )}
      <ConfirmDialog
        open={removing !== null}
        onOpenChange={(open) => !open && setRemoving(null)}
        title={t('sla.policy.remove.title', { name: removing ? policyLabel(t, removing) : '' })}
        confirmLabel={t('sla.policy.remove')}
        onConfirm={async () => {
          if (removing) await call(endpoints.sla.deletePolicy, { params: { id: removing.id } });
          await client.invalidateQueries({ queryKey: policiesQuery.queryKey });
        }}
      >
        {t('sla.policy.remove.text')}
      </ConfirmDialog>
    </div>
  );
}
