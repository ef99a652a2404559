import { isAllowedAddress } from '@fairlead/markdown';
import { type ReactNode, useId, useState } from 'react';
import { useT } from '../../../i18n/i18n.tsx';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Field } from '../../../ui/field.tsx';
import { Form } from '../../../ui/form.tsx';
import { Input } from '../../../ui/input.tsx';

interface LinkDialogProps {
  title: string;
  hint: ReactNode;
  /** What it says, and where it leads, so far. */
  words: string;
  href: string;
  onChoose: (href: string, words: string) => void;
  /** Undefined where there is no link yet. */
  onRemove: (() => void) | undefined;
  onClose: () => void;
}

/** A link to any address. */
export function LinkDialog({ title, hint, words, href, onChoose, onRemove, onClose }: LinkDialogProps) {
  const t = useT();
  const form = useId();
  const [address, setAddress] = useState(href);
  const [text, setText] = useState(words);
  const target = address.trim();
  const valid = isAllowedAddress(target);
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      keepOpenOutside
      size="sm"
      title={title}
      footer={
        <>
          {onRemove && (
            <Button
              className="me-auto"
              onClick={() => {
                onClose();
                onRemove();
              }}
            >
              {t('articles.link.remove')}
            </Button>
          )}
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
          <Button type="submit" form={form} variant="primary">
            {t('articles.fact.insert')}
          </Button>
        </>
      }
    >
      <Form
        id={form}
        valid={valid}
        onSubmit={() => {
          onClose();
          onChoose(target, text.trim() || target);
        }}
        className="flex flex-col gap-4"
      >
        {(tried) => (
          <>
            <Field
              label={t('articles.link.address')}
              hint={hint}
              error={tried && !valid ? t('articles.link.invalid') : undefined}
            >
              <Input
                inputMode="url"
                placeholder="https://"
                maxLength={2000}
                value={address}
                onValueChange={setAddress}
              />
            </Field>
            <Field label={t('articles.link.words')}>
              <Input maxLength={300} value={text} onValueChange={setText} />
            </Field>
          </>
        )}
      </Form>
    </Dialog>
  );
}
