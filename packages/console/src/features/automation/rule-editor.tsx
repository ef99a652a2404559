import { endpoints, maximumRuleName, type RuleBody } from '@fairlead/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { call } from '../../api.ts';
import { useT } from '../../i18n/i18n.tsx';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { Form } from '../../ui/form.tsx';
import { FormError } from '../../ui/form-error.tsx';
import { Input } from '../../ui/input.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Switch } from '../../ui/switch.tsx';
import { useToast } from '../../ui/toast.tsx';
import { ActionList } from '../tickets/actions/action-list.tsx';
import { actionKinds } from '../tickets/actions/new-action.ts';
import { rulesQuery } from './automation-queries.ts';
import { ConditionList } from './condition-list.tsx';
import { isComplete } from './rule-problems.ts';
import { useRuleWords } from './rule-words.ts';
import { TrialPanel } from './trial-panel.tsx';
import { TriggerFields } from './trigger-fields.tsx';

/** A rule as it is put together: when, if, then; said in words and tried as it stands. `id` is null for a new one. */
export function RuleEditor({ id, initial }: { id: string | null; initial: RuleBody }) {
  const t = useT();
  const words = useRuleWords();
  const [rule, setRule] = useState(initial);
  const change = (part: Partial<RuleBody>) => setRule((before) => ({ ...before, ...part }));
  const save = useSave(id);
  const complete = isComplete(rule);
  const named = rule.name.trim() !== '';
  return (
    <Form valid={complete} onSubmit={() => save.mutate(rule)} className="flex flex-col gap-4">
      {(tried) => (
        <>
          <div className="sticky top-0 z-10 rounded-lg border border-accent bg-accent-soft px-4 py-3 max-sm:static">
            <h2 className="text-sm font-medium text-accent-text">{t('automation.in_words')}</h2>
            <p aria-live="polite" className="max-h-40 overflow-y-auto [overflow-wrap:anywhere]">
              {words(rule)}
            </p>
          </div>
          <div className="flex flex-col gap-4 rounded-lg border border-line bg-surface p-5">
            <Field
              label={t('automation.name')}
              error={tried && !named ? t('automation.name.missing') : undefined}
            >
              <Input
                maxLength={maximumRuleName}
                value={rule.name}
                onValueChange={(name) => change({ name })}
              />
            </Field>
            <Switch
              checked={rule.enabled}
              onChange={(enabled) => change({ enabled })}
              label={t('automation.enabled')}
            />
          </div>
          <Panel title={t('automation.when')}>
            <TriggerFields value={rule.trigger} onChange={(trigger) => change({ trigger })} tried={tried} />
          </Panel>
          <Panel title={t('automation.if')}>
            <div className="flex flex-col gap-5">
              {(['all', 'any'] as const).map((group) => (
                <ConditionList
                  key={group}
                  group={group}
                  value={rule.conditions[group]}
                  onChange={(next) => change({ conditions: { ...rule.conditions, [group]: next } })}
                />
              ))}
            </div>
          </Panel>
          <Panel title={t('automation.then')}>
            <ActionList
              value={rule.actions}
              onChange={(actions) => change({ actions })}
              kinds={actionKinds}
              missing={tried && rule.actions.length === 0 ? t('automation.actions.missing') : undefined}
            />
          </Panel>
          <FormError error={save.error} />
          <div className="flex justify-end gap-2">
            <Button type="submit" variant="primary" loading={save.isPending}>
              {t('ui.save')}
            </Button>
          </div>
          <TrialPanel rule={rule} complete={complete} />
        </>
      )}
    </Form>
  );
}

function useSave(id: string | null) {
  const t = useT();
  const toast = useToast();
  const client = useQueryClient();
  const navigate = useNavigate();
  const { automation } = endpoints;
  return useMutation({
    mutationFn: (body: RuleBody) =>
      id ? call(automation.updateRule, { params: { id }, body }) : call(automation.createRule, { body }),
    onSuccess: async ({ enabled }) => {
      await client.invalidateQueries({ queryKey: rulesQuery.queryKey });
      toast.show({
        title: t('automation.rule.saved'),
        description: t(enabled ? 'automation.rule.saved.on' : 'automation.rule.saved.off'),
        tone: 'success',
      });
      await navigate({ to: '/settings/automation' });
    },
  });
}
