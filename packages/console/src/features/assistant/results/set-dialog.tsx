import { type ExampleSet, endpoints } from '@fairlead/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { call } from '../../../api.ts';
import { useT } from '../../../i18n/i18n.tsx';
import { Button } from '../../../ui/button.tsx';
import { Checkbox } from '../../../ui/checkbox.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Field } from '../../../ui/field.tsx';
import { Form } from '../../../ui/form.tsx';
import { FormError } from '../../../ui/form-error.tsx';
import { Input } from '../../../ui/input.tsx';
import { setsQuery } from './results-queries.ts';

interface SetDialogProps {
  /** The one that is changed; without it a new one begins. */
  changed?: ExampleSet;
  onClose: () => void;
  onSaved: (set: ExampleSet) => void;
}

/** Begins a set of examples, or changes what it is called and when it is asked by itself. */
export function SetDialog({ changed, onClose, onSaved }: SetDialogProps) {
  const t = useT();
  const client = useQueryClient();
  const form = useId();
  const [body, setBody] = useState({
    name: changed?.name ?? '',
    gate: changed?.gate ?? true,
    nightly: changed?.nightly ?? true,
  });
  const named = changed?.usual || body.name.trim() !== '';
  const save = useMutation({
    mutationFn: () =>
      changed
        ? call(endpoints.assistant.changeSet, { params: { id: changed.id }, body })
        : call(endpoints.assistant.addSet, { body }),
    onSuccess: async (set) => {
      await client.invalidateQueries({ queryKey: setsQuery.queryKey });
      onSaved(set);
    },
  });
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      keepOpenOutside
      size="sm"
      title={t(changed ? 'assistant.sets.change' : 'assistant.sets.add')}
      footer={
        <>
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
          <Button type="submit" form={form} variant="primary" loading={save.isPending}>
            {t('ui.save')}
          </Button>
        </>
      }
    >
      <Form id={form} valid={named} onSubmit={() => save.mutate()} className="flex flex-col gap-3">
        {(tried) => (
          <>
            <Field
              label={t('assistant.sets.name')}
              error={tried && !named ? t('assistant.sets.name.missing') : undefined}
            >
              <Input
                maxLength={80}
                dir="auto"
                {...(changed?.usual ? { placeholder: t('assistant.sets.usual') } : {})}
                value={body.name}
                onValueChange={(name) => setBody({ ...body, name })}
              />
            </Field>
            <Checkbox
              checked={body.gate}
              label={t('assistant.sets.gate')}
              hint={t('assistant.sets.gate.hint')}
              onChange={(gate) => setBody({ ...body, gate })}
            />
            <Checkbox
              checked={body.nightly}
              label={t('assistant.sets.nightly')}
              onChange={(nightly) => setBody({ ...body, nightly })}
            />
            <FormError error={save.error} />
          </>
        )}
      </Form>
    </Dialog>
  );
}
