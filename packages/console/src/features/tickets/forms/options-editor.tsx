import {
  directionOf,
  type Locale,
  localeNames,
  maximumFieldOptions,
  maximumLabelLength,
  type OwnField,
} from '@fairlead/contract';
import { ArrowDown, ArrowUp, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useT } from '../../../i18n/i18n.tsx';
import { Button } from '../../../ui/button.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { Input } from '../../../ui/input.tsx';
import { moveItem } from '../../sla/admin/move-item.ts';
import { lackingOf, newOptionValue, randomLetters, wayTo, withText } from './form-draft.ts';

interface OptionsEditorProps {
  own: OwnField;
  locale: Locale;
  onChange: (own: OwnField) => void;
}

/** What can be chosen in a field, in the language that is edited. What tickets hold keeps its name when it is taken away here. */
export function OptionsEditor({ own, locale, onChange }: OptionsEditorProps) {
  const t = useT();
  const [next, setNext] = useState('');
  const { options } = own;
  const set = (changed: OwnField['options']) => onChange({ ...own, options: changed });
  const add = () => {
    const text = next.trim();
    if (text === '' || options.length >= maximumFieldOptions) return;
    const value = newOptionValue(
      text,
      options.map((it) => it.value),
      randomLetters,
    );
    set([...options, { value, label: { [locale]: text } }]);
    setNext('');
  };
  const lacking = options.filter((it) => lackingOf(it.label).includes(locale)).length;
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1 text-sm font-medium">
        {t('forms.options', { language: localeNames[locale] })}
      </legend>
      <ol className="flex flex-col gap-2">
        {options.map((option, index) => {
          const found = wayTo(option.label, locale, false)?.found;
          const name = option.label[locale] ?? (found ? option.label[found] : undefined) ?? option.value;
          return (
            <li key={option.value} className="flex items-center gap-1">
              <Input
                lang={locale}
                dir={directionOf(locale)}
                aria-label={t('forms.option', { number: index + 1 })}
                maxLength={maximumLabelLength}
                value={option.label[locale] ?? ''}
                placeholder={name}
                onValueChange={(text) =>
                  set(options.with(index, { ...option, label: withText(option.label, locale, text) }))
                }
                className="min-w-0 flex-1"
              />
              <IconButton
                size="sm"
                label={t('forms.field.up', { name })}
                icon={<ArrowUp />}
                disabled={index === 0}
                onClick={() => set(moveItem(options, index, index - 1))}
              />
              <IconButton
                size="sm"
                label={t('forms.field.down', { name })}
                icon={<ArrowDown />}
                disabled={index === options.length - 1}
                onClick={() => set(moveItem(options, index, index + 1))}
              />
              <IconButton
                size="sm"
                label={t('forms.option.remove', { name })}
                icon={<Trash2 />}
                onClick={() => set(options.toSpliced(index, 1))}
              />
            </li>
          );
        })}
      </ol>
      <div className="flex items-center gap-2">
        <Input
          lang={locale}
          dir={directionOf(locale)}
          aria-label={t('forms.option.new')}
          placeholder={t('forms.option.new')}
          maxLength={maximumLabelLength}
          value={next}
          onValueChange={setNext}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
            event.preventDefault();
            add();
          }}
          className="min-w-0 flex-1"
        />
        <Button icon={<Plus />} disabled={next.trim() === ''} onClick={add}>
          {t('forms.option.add')}
        </Button>
      </div>
      {lacking > 0 && (
        <p className="text-sm text-ink-3">
          {t('forms.options.lacking', { count: lacking, language: localeNames[locale] })}
        </p>
      )}
    </fieldset>
  );
}
