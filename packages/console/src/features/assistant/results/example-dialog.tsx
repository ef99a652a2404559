import { type AssistantExample, type ExampleBody, endpoints, localeNames, locales } from '@fairlead/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Plus, X } from 'lucide-react';
import { useId, useState } from 'react';
import { call } from '../../../api.ts';
import { useT } from '../../../i18n/i18n.tsx';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Field } from '../../../ui/field.tsx';
import { Form } from '../../../ui/form.tsx';
import { FormError } from '../../../ui/form-error.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { Input } from '../../../ui/input.tsx';
import { Select } from '../../../ui/select.tsx';
import { Textarea } from '../../../ui/textarea.tsx';
import { useToast } from '../../../ui/toast.tsx';
import { expectsSomething } from './example-of-trace.ts';
import { ExpectationFields } from './expectation-fields.tsx';
import { examplesQuery, setsQuery } from './results-queries.ts';
import { setName } from './set-name.ts';

interface ExampleDialogProps {
  /** What it begins with. */
  draft: ExampleBody;
  /** The one that is changed; without it a new one is kept. */
  changed?: AssistantExample;
  /** Titles of the articles that it begins with, by id. */
  titles?: Readonly<Record<string, string>>;
  /** It comes from a real conversation. */
  real?: boolean;
  /** The set that a new one goes to, unless another is chosen; left out: the usual one. */
  set?: string;
  onClose: () => void;
}

const mostEarlier = 8;

/** Keeps an example of what must follow, or changes one. */
export function ExampleDialog(props: ExampleDialogProps) {
  const { draft, changed, titles = {}, real = false, set, onClose } = props;
  const t = useT();
  const toast = useToast();
  const client = useQueryClient();
  const form = useId();
  const [body, setBody] = useState(draft);
  const { data: sets = [] } = useQuery(setsQuery);
  const [into, setInto] = useState(changed?.setId ?? set);
  const usual = sets.find((it) => it.usual);
  const { locale, text, earlier, expect, note } = body;
  const written = text.trim() !== '';
  const says = expectsSomething(expect);
  const save = useMutation({
    mutationFn: () => {
      const sent = {
        ...body,
        earlier: earlier.map((it) => it.trim()).filter((it) => it !== ''),
        ...(into === undefined ? {} : { setId: into }),
      };
      return changed
        ? call(endpoints.assistant.changeExample, { params: { id: changed.id }, body: sent })
        : call(endpoints.assistant.keepExample, { body: sent });
    },
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: examplesQuery.queryKey });
      toast.show({ title: t('assistant.example.kept'), tone: 'success' });
      onClose();
    },
  });
  const setEarlier = (at: number, next: string) =>
    setBody({ ...body, earlier: earlier.map((it, index) => (index === at ? next : it)) });
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      keepOpenOutside
      size="lg"
      title={t(changed ? 'assistant.example.change' : 'assistant.example.keep')}
      description={t(real ? 'assistant.example.real' : 'assistant.example.text')}
      footer={
        <>
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
          <Button type="submit" form={form} variant="primary" loading={save.isPending}>
            {t('ui.save')}
          </Button>
        </>
      }
    >
      <Form id={form} valid={written && says} onSubmit={() => save.mutate()} className="flex flex-col gap-4">
        {(tried) => (
          <>
            <Field label={t('assistant.try.language')}>
              <Select
                value={locale}
                onChange={(next) => setBody({ ...body, locale: next })}
                options={locales.map((it) => ({ value: it, label: localeNames[it] }))}
              />
            </Field>
            {sets.length > 1 && (
              <Field label={t('assistant.sets.one')}>
                <Select
                  value={into ?? usual?.id ?? null}
                  onChange={setInto}
                  options={sets.map((it) => ({ value: it.id, label: setName(t, it) }))}
                />
              </Field>
            )}
            {earlier.map((it, at) => (
              // They are told apart by their places.
              <div key={at} className="flex items-end gap-2">
                <Field label={t('assistant.example.earlier', { number: at + 1 })} className="flex-1">
                  <Textarea
                    rows={1}
                    dir="auto"
                    lang={locale}
                    maxLength={4000}
                    value={it}
                    onChange={(event) => setEarlier(at, event.target.value)}
                  />
                </Field>
                <IconButton
                  label={t('assistant.example.earlier.remove', { number: at + 1 })}
                  icon={<X />}
                  onClick={() => setBody({ ...body, earlier: earlier.filter((_, index) => index !== at) })}
                />
              </div>
            ))}
            <Field
              label={t('assistant.example.said')}
              error={tried && !written ? t('assistant.example.said.missing') : undefined}
              aside={
                earlier.length < mostEarlier && (
                  <Button
                    size="sm"
                    variant="quiet"
                    icon={<Plus />}
                    onClick={() => setBody({ ...body, earlier: [...earlier, ''] })}
                  >
                    {t('assistant.example.earlier.add')}
                  </Button>
                )
              }
            >
              <Textarea
                rows={2}
                dir="auto"
                lang={locale}
                maxLength={4000}
                value={text}
                onChange={(event) => setBody({ ...body, text: event.target.value })}
              />
            </Field>
            <fieldset className="flex flex-col gap-2">
              <legend className="mb-2 text-sm font-medium">{t('assistant.example.expect')}</legend>
              <ExpectationFields
                value={expect}
                titles={changed?.titles ?? titles}
                onChange={(next) => setBody({ ...body, expect: next })}
              />
              {tried && !says && (
                <p role="alert" className="text-sm text-danger-text">
                  {t('assistant.example.expect.missing')}
                </p>
              )}
            </fieldset>
            <Field label={t('assistant.example.note')}>
              <Input
                maxLength={500}
                value={note}
                onValueChange={(next) => setBody({ ...body, note: next })}
              />
            </Field>
            <FormError error={save.error} />
          </>
        )}
      </Form>
    </Dialog>
  );
}
