import { type Locale, maximumBodyLength } from '@fairlead/contract';
import { useRef } from 'react';
import { useT } from '../../../i18n/i18n.tsx';
import { Field } from '../../../ui/field.tsx';
import { Textarea } from '../../../ui/textarea.tsx';
import { type Editing, toggleBold } from './markdown-edits.ts';
import { MarkdownToolbar } from './markdown-toolbar.tsx';
import { putText } from './put-text.ts';

interface MarkdownFieldProps {
  value: string;
  onChange: (value: string) => void;
  locale: Locale;
  /** The slug of the article itself. */
  ownSlug: string;
}

/** The body of an article in Markdown, with a toolbar for those who do not know its signs by heart. */
export function MarkdownField({ value, onChange, locale, ownSlug }: MarkdownFieldProps) {
  const t = useT();
  const field = useRef<HTMLTextAreaElement>(null);
  const apply = (edit: (editing: Editing) => Editing) => {
    const { current } = field;
    if (!current) return;
    const { value: text, selectionStart: start, selectionEnd: end } = current;
    putText(current, edit({ text, start, end }), onChange);
  };
  return (
    <Field label={t('articles.body')} hint={t('articles.body.hint')}>
      <div className="flex flex-col">
        <MarkdownToolbar apply={apply} locale={locale} ownSlug={ownSlug} />
        <Textarea
          ref={field}
          mono
          rows={18}
          lang={locale}
          dir="auto"
          maxLength={maximumBodyLength}
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key.toLowerCase() !== 'b' || !(event.ctrlKey || event.metaKey) || event.altKey) return;
            event.preventDefault();
            apply(toggleBold);
          }}
          className="min-h-96 max-h-[70vh]! rounded-t-none leading-6!"
        />
      </div>
    </Field>
  );
}
