import type { RuleBody } from '@fairlead/contract';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import { ArrowLeft, Workflow } from 'lucide-react';
import { type Translate, useLocale, useT } from '../../i18n/i18n.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { SettingsLayout } from '../access/settings-layout.tsx';
import { rulesQuery } from './automation-queries.ts';
import { RuleEditor } from './rule-editor.tsx';
import { emptyRule, ruleOfTemplate } from './rule-templates.ts';

/** One rule: changed, or made anew from nothing, a template or another rule. */
export function RulePage() {
  const t = useT();
  const { locale } = useLocale();
  const { ruleId } = useParams({ from: '/app/settings/automation/$ruleId' });
  const { template, from } = useSearch({ from: '/app/settings/automation/$ruleId' });
  const { data, error, refetch } = useQuery(rulesQuery);
  const rule = data?.find((it) => it.id === ruleId);
  const back = (
    <Link
      to="/settings/automation"
      className="flex items-center gap-1 text-sm text-accent-text hover:underline"
    >
      <ArrowLeft className="size-4 rtl:rotate-180" aria-hidden />
      {t('automation.rule.back')}
    </Link>
  );
  const content = () => {
    if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
    if (!data) return <SkeletonRows rows={6} />;
    if (ruleId !== 'new') {
      if (rule) return <RuleEditor key={rule.id} id={rule.id} initial={bodyOf(rule)} />;
      return (
        <EmptyState icon={<Workflow />} title={t('automation.rule.missing')}>
          {t('automation.rule.missing.text')}
        </EmptyState>
      );
    }
    const original = data.find((it) => it.id === from);
    const initial = original
      ? copyOf(t, bodyOf(original))
      : template
        ? ruleOfTemplate(t, locale, template)
        : emptyRule();
    return <RuleEditor key={`${template} ${from}`} id={null} initial={initial} />;
  };
  return (
    <SettingsLayout title={rule?.name ?? t('automation.rule.new')}>
      {back}
      {content()}
    </SettingsLayout>
  );
}

const bodyOf = ({ name, enabled, trigger, conditions, actions }: RuleBody): RuleBody => ({
  name,
  enabled,
  trigger,
  conditions,
  actions,
});

/** Off, so that nothing is done twice before somebody has changed it. */
const copyOf = (t: Translate, rule: RuleBody): RuleBody => ({
  ...rule,
  name: t('automation.rule.copied', { name: rule.name }).slice(0, 80),
  enabled: false,
});
