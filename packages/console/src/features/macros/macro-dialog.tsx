import { endpoints, type Locale, type Macro, unknownPlaceholders } from '@fairlead/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { call } from '../../api.ts';
import { useT } from '../../i18n/i18n.tsx';
import { macrosQuery } from '../../queries.ts';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { Form } from '../../ui/form.tsx';
import { FormError } from '../../ui/form-error.tsx';
import { Input } from '../../ui/input.tsx';
import { ActionList } from '../tickets/actions/action-list.tsx';
import { problemOfAction } from '../tickets/actions/action-problem.ts';
import { macroActionKinds } from '../tickets/actions/new-action.ts';
import { SharingField } from '../tickets/views/sharing-field.tsx';
import { MacroTexts } from './macro-texts.tsx';

interface MacroDialogProps {
  /** Null makes a new one. */
  macro: Macro | null;
  /** The language to write it in first. */
  language?: Locale | undefined;
  onClose: () => void;
}

/** Makes a macro, changes one, or removes it. */
export function MacroDialog({ macro, language, onClose }: MacroDialogProps) {
  const t = useT();
  const form = useId();
  const client = useQueryClient();
  const [name, setName] = useState(macro?.name ?? '');
  const [folder, setFolder] = useState(macro?.folder ?? '');
  const [sharing, setSharing] = useState<Macro['sharing']>(macro?.sharing ?? 'personal');
  const [texts, setTexts] = useState<Partial<Record<Locale, string>>>(() => ({
    ...(language && { [language]: '' }),
    ...(macro?.texts ?? { en: '' }),
  }));
  const [actions, setActions] = useState(macro?.actions ?? []);
  const [removing, setRemoving] = useState(false);
  const fetchAgain = () => client.invalidateQueries({ queryKey: macrosQuery.queryKey });
  const written = Object.fromEntries(
    Object.entries(texts).flatMap(([locale, text]) => (text.trim() ? [[locale, text.trim()]] : [])),
  );
  const save = useMutation({
    mutationFn: () => {
      const body = { name: name.trim(), folder: folder.trim(), sharing, texts: written, actions };
      return macro
        ? call(endpoints.macros.update, { params: { id: macro.id }, body })
        : call(endpoints.macros.create, { body });
    },
    onSuccess: async () => {
      await fetchAgain();
      onClose();
    },
  });
  const named = name.trim() !== '';
  const says = Object.keys(written).length > 0;
  const known = Object.values(texts).every((text) => unknownPlaceholders(text).length === 0);
  const complete = actions.every((action) => problemOfAction(action) === null);
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      keepOpenOutside
      size="lg"
      title={macro ? t('macros.edit', { name: macro.name }) : t('macros.add')}
      footer={
        <>
          {macro && (
            <Button variant="quiet" className="me-auto text-danger-text!" onClick={() => setRemoving(true)}>
              {t('macros.remove')}
            </Button>
          )}
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
          <Button type="submit" form={form} variant="primary" loading={save.isPending}>
            {t('ui.save')}
          </Button>
        </>
      }
    >
      <Form
        id={form}
        valid={named && says && known && complete}
        onSubmit={() => save.mutate()}
        className="flex flex-col gap-4"
      >
        {(tried) => (
          <>
            <div className="grid gap-4 sm:grid-cols-3">
              <Field label={t('macros.name')} error={tried && !named ? t('macros.name.missing') : undefined}>
                <Input maxLength={80} value={name} onValueChange={setName} />
              </Field>
              <Field label={t('macros.folder')}>
                <Input maxLength={60} value={folder} onValueChange={setFolder} />
              </Field>
              <SharingField value={sharing} onChange={setSharing} />
            </div>
            <MacroTexts
              texts={texts}
              language={language}
              onChange={setTexts}
              missing={tried && !says ? t('macros.texts.missing') : undefined}
            />
            <section aria-labelledby={`${form}-actions`} className="flex flex-col gap-1">
              <h3 id={`${form}-actions`} className="text-sm font-medium">
                {t('macros.actions')}
              </h3>
              <p className="mb-1 text-sm text-ink-3">{t('macros.actions.text')}</p>
              <ActionList value={actions} onChange={setActions} kinds={macroActionKinds} />
            </section>
            <FormError error={save.error} />
          </>
        )}
      </Form>
      {macro && (
        <ConfirmDialog
          open={removing}
          onOpenChange={setRemoving}
          title={t('macros.remove.title', { name: macro.name })}
          confirmLabel={t('macros.remove')}
          onConfirm={async () => {
            await call(endpoints.macros.remove, { params: { id: macro.id } });
            await fetchAgain();
            onClose();
          }}
        >
          {t('macros.remove.text')}
        </ConfirmDialog>
      )}
    </Dialog>
  );
}
