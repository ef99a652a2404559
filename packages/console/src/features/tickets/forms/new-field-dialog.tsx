import {
  directionOf,
  type FormField,
  type Locale,
  localeNames,
  maximumFieldOptions,
  maximumLabelLength,
  type OwnFieldType,
  ownFieldTypes,
} from '@fairlead/contract';
import { useId, useState } from 'react';
import { useT } from '../../../i18n/i18n.tsx';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Field } from '../../../ui/field.tsx';
import { Form } from '../../../ui/form.tsx';
import { Input } from '../../../ui/input.tsx';
import { Select } from '../../../ui/select.tsx';
import { Textarea } from '../../../ui/textarea.tsx';
import { newOwnField, randomLetters } from './form-draft.ts';

interface NewFieldDialogProps {
  /** In which its words are written first. */
  locale: Locale;
  onClose: () => void;
  onMade: (field: FormField) => void;
}

/** A field that did not come along: what it is called and of which kind it is, for good. */
export function NewFieldDialog({ locale, onClose, onMade }: NewFieldDialogProps) {
  const t = useT();
  const form = useId();
  const [name, setName] = useState('');
  const [type, setType] = useState<OwnFieldType>('choice');
  const [lines, setLines] = useState('');
  const chooses = type === 'choice' || type === 'choices';
  const options = chooses
    ? [...new Set(lines.split('\n').map((it) => it.trim().slice(0, maximumLabelLength)))]
        .filter((it) => it !== '')
        .slice(0, maximumFieldOptions)
    : [];
  const named = name.trim() !== '';
  const language = localeNames[locale];
  return (
    <Dialog
      open
      onOpenChange={(next) => !next && onClose()}
      keepOpenOutside
      title={t('forms.new')}
      description={t('forms.new.text')}
      footer={
        <>
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
          <Button type="submit" form={form} variant="primary">
            {t('forms.add')}
          </Button>
        </>
      }
    >
      <Form
        id={form}
        valid={named && (!chooses || options.length > 0)}
        onSubmit={() => {
          onMade(newOwnField({ name: name.trim(), type, options, locale }, randomLetters));
          onClose();
        }}
        className="flex flex-col gap-4"
      >
        {(tried) => (
          <>
            <Field
              label={t('forms.label', { language })}
              error={tried && !named ? t('forms.new.name.missing') : undefined}
            >
              <Input
                lang={locale}
                dir={directionOf(locale)}
                maxLength={maximumLabelLength}
                value={name}
                onValueChange={setName}
              />
            </Field>
            <Field label={t('forms.kind')} hint={t('forms.kind.hint')}>
              <Select
                value={type}
                onChange={setType}
                options={ownFieldTypes.map((it) => ({ value: it, label: t(`forms.kind.${it}`) }))}
              />
            </Field>
            {chooses && (
              <Field
                label={t('forms.options', { language })}
                hint={t('forms.new.options.hint')}
                error={tried && options.length === 0 ? t('forms.new.options.missing') : undefined}
              >
                <Textarea
                  lang={locale}
                  dir={directionOf(locale)}
                  rows={4}
                  value={lines}
                  onChange={(event) => setLines(event.currentTarget.value)}
                />
              </Field>
            )}
          </>
        )}
      </Form>
    </Dialog>
  );
}
