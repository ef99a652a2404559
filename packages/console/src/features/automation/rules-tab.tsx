import { endpoints, type Rule } from '@fairlead/contract';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Plus, Workflow } from 'lucide-react';
import { useState } from 'react';
import { call } from '../../api.ts';
import { useT } from '../../i18n/i18n.tsx';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { Menu, MenuItem } from '../../ui/menu.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { useOrder } from '../../ui/use-order.ts';
import { moveItem } from '../sla/admin/move-item.ts';
import { rulesQuery } from './automation-queries.ts';
import { RuleRow } from './rule-row.tsx';
import { ruleTemplates } from './rule-templates.ts';

/** The rules in the order in which they are run: switched, put in order by drag or by key, made and removed. */
export function RulesTab() {
  const t = useT();
  const client = useQueryClient();
  const { data, error, refetch } = useQuery(rulesQuery);
  const [removing, setRemoving] = useState<Rule | null>(null);
  const [dragged, setDragged] = useState<number | null>(null);
  const order = useOrder({
    queryKey: rulesQuery.queryKey,
    save: (ids) => call(endpoints.automation.orderRules, { body: { ids } }),
    title: t('automation.rules.moved'),
  });
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <SkeletonRows rows={4} />;
  const move = (from: number, to: number) => order(moveItem(data, from, to));
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-3">
        <p className="min-w-0 flex-1 basis-72 text-sm text-ink-3">{t('automation.rules.text')}</p>
        <AddRule />
      </div>
      {data.length === 0 ? (
        <EmptyState icon={<Workflow />} title={t('automation.rules.none')}>
          {t('automation.rules.none.text')}
        </EmptyState>
      ) : (
        <ol className="flex flex-col gap-2">
          {data.map((rule, index) => (
            <RuleRow
              key={rule.id}
              rule={rule}
              place={index}
              last={index === data.length - 1}
              onMove={(to) => move(index, to)}
              onDrag={() => setDragged(index)}
              onDrop={() => {
                if (dragged !== null && dragged !== index) move(dragged, index);
                setDragged(null);
              }}
              onRemove={() => setRemoving(rule)}
            />
          ))}
        </ol>
      )}
      <ConfirmDialog
        open={removing !== null}
        onOpenChange={(open) => !open && setRemoving(null)}
        title={t('automation.rule.remove.title', { name: removing?.name ?? '' })}
        confirmLabel={t('automation.rule.remove')}
        onConfirm={async () => {
          if (removing) await call(endpoints.automation.deleteRule, { params: { id: removing.id } });
          await client.invalidateQueries({ queryKey: rulesQuery.queryKey });
        }}
      >
        {t('automation.rule.remove.text')}
      </ConfirmDialog>
    </div>
  );
}

function AddRule() {
  const t = useT();
  const navigate = useNavigate();
  const go = (search: { template?: (typeof ruleTemplates)[number] }) =>
    void navigate({ to: '/settings/automation/$ruleId', params: { ruleId: 'new' }, search });
  return (
    <Menu
      align="end"
      trigger={
        <Button variant="primary" icon={<Plus />}>
          {t('automation.rule.add')}
        </Button>
      }
    >
      <MenuItem onSelect={() => go({})}>{t('automation.rule.blank')}</MenuItem>
      {ruleTemplates.map((template) => (
        <MenuItem key={template} onSelect={() => go({ template })}>
          {t(`automation.template.${template}`)}
        </MenuItem>
      ))}
    </Menu>
  );
}
