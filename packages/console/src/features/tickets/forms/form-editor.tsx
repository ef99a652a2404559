import {
  type Category,
  type FormField,
  type FormKey,
  formFieldOf,
  formProblems,
  type Locale,
  localeNames,
  locales,
  makeFormBook,
  type ResponseOf,
  type ticketFormEndpoints,
} from '@fairlead/contract';
import { useSearch } from '@tanstack/react-router';
import { RotateCcw } from 'lucide-react';
import { useState } from 'react';
import { useFormat, useLocale, useT } from '../../../i18n/i18n.tsx';
import { Button } from '../../../ui/button.tsx';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { Field } from '../../../ui/field.tsx';
import { FormError } from '../../../ui/form-error.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { Select } from '../../../ui/select.tsx';
import { AddField } from './add-field.tsx';
import { FieldList } from './field-list.tsx';
import { FormPreview } from './form-preview.tsx';
import { useSaveForm } from './use-save-form.ts';

type SavedForms = ResponseOf<(typeof ticketFormEndpoints)['listForms']>;

interface FormEditorProps {
  category: Category;
  saved: SavedForms;
  /** What was changed and is not saved; null where nothing is. */
  draft: FormDraft | null;
  onDraft: (draft: FormDraft | null) => void;
}

/** A form that is not saved yet, and over which version it was made: it takes no colleague's place unseen. */
export interface FormDraft {
  readonly version: number;
  readonly fields: FormField[];
}

/** The form of one category: its fields in their order, and how customers meet them. Nothing holds before it is saved. */
export function FormEditor({ category, saved, draft, onDraft }: FormEditorProps) {
  const t = useT();
  const format = useFormat();
  const { locale: own } = useLocale();
  const { lang } = useSearch({ from: '/app/settings/forms' });
  const [locale, setLocale] = useState<Locale>(lang ?? own);
  const [open, setOpen] = useState<FormKey | null>(null);
  const [resetting, setResetting] = useState(false);
  const kept = saved.forms.find((it) => it.category === category);
  const edited = Object.fromEntries(
    saved.forms.flatMap((it) => (it.fields ? [[it.category, it.fields] as const] : [])),
  );
  const version = kept?.version ?? 0;
  const movedOn = draft !== null && draft.version !== version;
  const fields = draft?.fields ?? makeFormBook(edited, saved.known).formOf(category).map(formFieldOf);
  const problems = formProblems(fields, saved.known);
  const save = useSaveForm(category, kept, () => onDraft(null));
  const change = (next: FormField[]) => onDraft({ version: draft?.version ?? version, fields: next });
  const discard = () => {
    save.reset();
    onDraft(null);
  };
  return (
    <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_22rem]">
      <Panel
        title={t('forms.fields')}
        description={
          kept
            ? t(kept.fields ? 'forms.changed' : 'forms.put_back', {
                when: format.dateTime(kept.changedAt),
                who: kept.changedBy?.name ?? t('tickets.nobody'),
              })
            : t('forms.shipped')
        }
        actions={
          <AddField
            fields={fields}
            known={saved.known}
            locale={locale}
            onAdd={(field) => {
              change([...fields, field]);
              setOpen(field.key);
            }}
          />
        }
      >
        <div className="flex flex-col gap-4">
          <Field label={t('forms.language')} hint={t('forms.language.hint')}>
            <Select
              value={locale}
              onChange={setLocale}
              options={locales.map((it) => ({ value: it, label: localeNames[it] }))}
              className="max-w-60"
            />
          </Field>
          <FieldList
            category={category}
            fields={fields}
            problems={problems}
            locale={locale}
            open={open}
            onOpen={setOpen}
            onChange={change}
          />
          {movedOn ? (
            <div role="alert" className="rounded-md border border-line-2 bg-warning-soft p-3 text-sm">
              <p>{t('forms.moved_on', { who: kept?.changedBy?.name ?? t('tickets.nobody') })}</p>
              <div className="mt-2 flex flex-wrap gap-2">
                <Button size="sm" onClick={discard}>
                  {t('forms.take_theirs')}
                </Button>
                <Button
                  size="sm"
                  variant="quiet"
                  onClick={() => {
                    save.reset();
                    onDraft({ ...draft, version });
                  }}
                >
                  {t('forms.keep_mine')}
                </Button>
              </div>
            </div>
          ) : (
            <FormError error={save.error} />
          )}
          <div className="flex flex-wrap items-center gap-2">
            <Button
              variant="primary"
              loading={save.isPending}
              disabled={draft === null || movedOn || problems.length > 0}
              onClick={() => save.mutate({ version: draft?.version ?? version, fields })}
            >
              {t('ui.save')}
            </Button>
            {draft && <Button onClick={discard}>{t('forms.discard')}</Button>}
            {kept?.fields && (
              <Button
                variant="quiet"
                icon={<RotateCcw />}
                onClick={() => setResetting(true)}
                className="ms-auto"
              >
                {t('forms.reset')}
              </Button>
            )}
          </div>
          {problems.length > 0 && (
            <p role="status" className="text-sm text-danger-text">
              {t('forms.problems', { count: problems.length })}
            </p>
          )}
        </div>
      </Panel>
      <FormPreview fields={fields} locale={locale} />
      <ConfirmDialog
        open={resetting}
        onOpenChange={setResetting}
        title={t('forms.reset.title', { category: t(`category.${category}`) })}
        confirmLabel={t('forms.reset')}
        onConfirm={() => save.mutateAsync({ version, fields: null })}
      >
        {t('forms.reset.text')}
      </ConfirmDialog>
    </div>
  );
}
