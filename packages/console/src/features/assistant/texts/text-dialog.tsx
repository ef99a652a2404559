import {
  type AssistantText,
  checkMessage,
  directionOf,
  endpoints,
  type Locale,
  maximumTextLength,
  shapeOfMessage,
} from '@fairlead/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { RotateCcw } from 'lucide-react';
import { useId, useState } from 'react';
import { call } from '../../../api.ts';
import { useFormat, useT } from '../../../i18n/i18n.tsx';
import { useCan } from '../../../session.tsx';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Field } from '../../../ui/field.tsx';
import { Form } from '../../../ui/form.tsx';
import { FormError } from '../../../ui/form-error.tsx';
import { Textarea } from '../../../ui/textarea.tsx';
import { useToast } from '../../../ui/toast.tsx';
import { versionsQuery } from '../results/results-queries.ts';
import { previewText } from './preview-text.ts';
import { textsQuery } from './texts-query.ts';

interface TextDialogProps {
  text: AssistantText;
  locale: Locale;
  onClose: () => void;
}

/** A text beside the shipped one: replaced, looked at with sample values, or said as shipped again. */
export function TextDialog({ text: given, locale, onClose }: TextDialogProps) {
  const { key, shipped, english, samples, own } = given;
  const t = useT();
  const format = useFormat();
  const toast = useToast();
  const client = useQueryClient();
  const manages = useCan()('assistant.manage');
  const form = useId();
  const [text, setText] = useState(own?.text ?? shipped);
  const send = async (next: string | null) => {
    const listed = await call(endpoints.assistant.changeTexts, {
      body: { locale, changes: [{ key, text: next }] },
    });
    client.setQueryData(textsQuery(locale).queryKey, listed);
    await client.invalidateQueries({ queryKey: versionsQuery.queryKey });
  };
  const save = useMutation({
    mutationFn: () => send(text),
    onSuccess: () => {
      toast.show({ title: t('ui.saved'), tone: 'success' });
      onClose();
    },
  });
  const reset = useMutation({
    mutationFn: () => send(null),
    onSuccess: () => {
      onClose();
      const before = own && !own.unfit ? own.text : null;
      const run = () => void send(before).catch((thrown: unknown) => toast.error(thrown));
      toast.show({
        title: t('assistant.texts.reset_done'),
        ...(before === null ? {} : { action: { label: t('tickets.undo'), run, undoes: true } }),
      });
    },
    onError: (thrown) => toast.error(thrown),
  });
  const [problem] = checkMessage(text, { shipped, english, locale });
  const missing = text.trim() === '';
  const wrong = missing
    ? t('assistant.texts.missing')
    : problem && t(`error.assistant.text_${problem.kind}`, { key, ...problem });
  const names = [...shapeOfMessage(shipped).names];
  const language = { lang: locale, dir: directionOf(locale) };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      keepOpenOutside
      size="lg"
      title={t('assistant.texts.change', { language: format.language(locale) })}
      description={<span className="font-mono text-xs [overflow-wrap:anywhere]">{key}</span>}
      footer={
        manages && (
          <>
            {own && (
              <Button
                icon={<RotateCcw />}
                className="me-auto"
                loading={reset.isPending}
                onClick={() => reset.mutate()}
              >
                {t('assistant.texts.reset')}
              </Button>
            )}
            <Button onClick={onClose}>{t('ui.cancel')}</Button>
            <Button type="submit" form={form} variant="primary" loading={save.isPending}>
              {t('ui.save')}
            </Button>
          </>
        )
      }
    >
      <Form id={form} valid={!wrong} onSubmit={() => save.mutate()} className="flex flex-col gap-4">
        {() => (
          <>
            <Shown label={t('assistant.texts.shipped')} text={shipped} {...language} />
            {locale !== 'en' && (
              <Shown label={t('assistant.texts.english')} text={english} lang="en" dir="ltr" />
            )}
            {own?.replaced && (
              <Shown label={t('assistant.texts.replaced')} text={own.replaced} {...language} />
            )}
            <Field
              label={t('assistant.texts.own')}
              hint={
                names.length > 0
                  ? t('assistant.texts.names', { names: names.map((it) => `{${it}}`).join(' ') })
                  : t('assistant.texts.plain')
              }
              error={wrong}
            >
              <Textarea
                rows={4}
                {...language}
                readOnly={!manages}
                maxLength={maximumTextLength}
                value={text}
                onChange={(event) => setText(event.currentTarget.value)}
              />
            </Field>
            {!wrong && (
              <section className="flex flex-col gap-1">
                <h3 className="text-sm font-medium">{t('assistant.texts.preview')}</h3>
                {previewText(locale, text.trim(), samples).map((it) => (
                  <p
                    key={it}
                    {...language}
                    className="rounded-lg bg-sunken px-3 py-2 whitespace-pre-wrap [overflow-wrap:anywhere]"
                  >
                    {it}
                  </p>
                ))}
              </section>
            )}
            <FormError error={save.error} />
          </>
        )}
      </Form>
    </Dialog>
  );
}

function Shown({ label, text, ...language }: { label: string; text: string; lang: string; dir: string }) {
  return (
    <section className="flex flex-col gap-1">
      <h3 className="text-sm font-medium text-ink-2">{label}</h3>
      <p
        {...language}
        className="rounded-md border border-line px-3 py-2 text-ink-2 whitespace-pre-wrap [overflow-wrap:anywhere]"
      >
        {text}
      </p>
    </section>
  );
}
