import { type GlossaryConcept, type Locale, locales } from '@fairlead/contract';
import { useState } from 'react';
import { useFormat, useT } from '../../i18n/i18n.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { Form } from '../../ui/form.tsx';
import { FormError } from '../../ui/form-error.tsx';
import { Input } from '../../ui/input.tsx';
import { TagInput } from '../../ui/tag-input.tsx';

interface ConceptDialogProps {
  /** Null for a new one. */
  concept: GlossaryConcept | null;
  taken: readonly string[];
  saving: boolean;
  error: unknown;
  onSave: (concept: GlossaryConcept) => void;
  onRemove: (id: string) => void;
  onClose: () => void;
}

/** What one thing is called in each language; the first word of each is how it is to be said. */
export function ConceptDialog(props: ConceptDialogProps) {
  const { concept, taken, saving, error, onSave, onRemove, onClose } = props;
  const t = useT();
  const format = useFormat();
  const [id, setId] = useState(concept?.id ?? '');
  const [terms, setTerms] = useState<GlossaryConcept['terms']>(concept?.terms ?? {});
  const idValid = /^[a-z0-9_]{1,60}$/.test(id) && (concept !== null || !taken.includes(id));
  const write = (locale: Locale, words: string[]) => {
    const { [locale]: _, ...others } = terms;
    setTerms(words.length === 0 ? others : { ...others, [locale]: words });
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={concept ? t('translation.glossary.edit', { id: concept.id }) : t('translation.glossary.add')}
      description={t('translation.glossary.order')}
      size="lg"
      keepOpenOutside
      footer={
        <>
          {concept && (
            <Button variant="danger" className="me-auto" onClick={() => onRemove(concept.id)}>
              {t('translation.glossary.remove')}
            </Button>
          )}
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
          <Button type="submit" form="concept" variant="primary" loading={saving}>
            {t('ui.save')}
          </Button>
        </>
      }
    >
      <Form
        id="concept"
        valid={idValid}
        onSubmit={() => onSave({ id, terms })}
        className="flex flex-col gap-4"
      >
        {(tried) => (
          <>
            {concept === null && (
              <Field
                label={t('translation.glossary.id')}
                hint={t('translation.glossary.id.hint')}
                error={tried && !idValid ? t('translation.glossary.id.wrong') : undefined}
              >
                <Input
                  mono
                  maxLength={60}
                  value={id}
                  onChange={(event) => setId(event.currentTarget.value)}
                />
              </Field>
            )}
            <div className="grid gap-4 sm:grid-cols-2">
              {locales.map((locale) => (
                <Field key={locale} label={format.language(locale)}>
                  <TagInput
                    value={[...(terms[locale] ?? [])]}
                    onChange={(words) => write(locale, words)}
                    maximumLength={100}
                    maximumCount={20}
                  />
                </Field>
              ))}
            </div>
            <FormError error={error} />
          </>
        )}
      </Form>
    </Dialog>
  );
}
