import { type Category, categories, topCategoryOf } from '@fairlead/contract';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useT } from '../../../i18n/i18n.tsx';
import { ticketFormsQuery } from '../../../live/ticket-queries.ts';
import { ErrorState } from '../../../ui/error-state.tsx';
import { Field } from '../../../ui/field.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { Select } from '../../../ui/select.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { SettingsLayout } from '../../access/settings-layout.tsx';
import { type FormDraft, FormEditor } from './form-editor.tsx';

/** What tickets of each category are asked: looked at, changed, and put back to what came along. */
export function FormsPage() {
  const t = useT();
  const navigate = useNavigate();
  const { category = 'deposit_withdrawal.deposit_not_credited' } = useSearch({ from: '/app/settings/forms' });
  const { data, error, refetch } = useQuery(ticketFormsQuery);
  // What is not saved yet stays while another form is looked at.
  const [drafts, setDrafts] = useState<Partial<Record<Category, FormDraft>>>({});
  const isEdited = (it: Category) => data?.forms.some((form) => form.category === it && form.fields) ?? false;
  const nameOf = (it: Category) => {
    const top = topCategoryOf(it);
    return top === it ? t(`category.${it}`) : `${t(`category.${top}`)} › ${t(`category.${it}`)}`;
  };
  const mark = (it: Category) =>
    drafts[it] ? t('forms.mark.unsaved') : isEdited(it) ? t('forms.mark.edited') : '';
  return (
    <SettingsLayout title={t('forms.title')} wide>
      <Panel title={t('forms.category')} description={t('forms.text')}>
        <Field label={t('tickets.column.category')}>
          <Select
            value={category}
            onChange={(next: Category) =>
              void navigate({ to: '/settings/forms', search: { category: next }, replace: true })
            }
            options={categories.map((it) => ({
              value: it,
              label: [nameOf(it), mark(it)].filter(Boolean).join(' · '),
            }))}
            className="max-w-md"
          />
        </Field>
      </Panel>
      {error && !data ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : data ? (
        <FormEditor
          key={category}
          category={category}
          saved={data}
          draft={drafts[category] ?? null}
          onDraft={(draft) =>
            setDrafts((before) => {
              const after = { ...before };
              if (draft) after[category] = draft;
              else delete after[category];
              return after;
            })
          }
        />
      ) : (
        <Skeleton className="h-96" />
      )}
    </SettingsLayout>
  );
}
