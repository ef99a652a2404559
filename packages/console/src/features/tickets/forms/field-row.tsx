import type { FormField, FormProblemCode, Locale } from '@fairlead/contract';
import { fieldTypeOf, isShippedField } from '@fairlead/contract';
import { ArrowDown, ArrowUp, ChevronDown, CircleAlert, GripVertical, Trash2 } from 'lucide-react';
import { useId } from 'react';
import { useFormat, useT } from '../../../i18n/i18n.tsx';
import { Badge } from '../../../ui/badge.tsx';
import { cx } from '../../../ui/cx.ts';
import { IconButton } from '../../../ui/icon-button.tsx';
import { FieldSettings } from './field-settings.tsx';
import { useConditionWords } from './use-condition-words.ts';

interface FieldRowProps {
  field: FormField;
  fields: readonly FormField[];
  name: string;
  problem: FormProblemCode | null;
  place: number;
  locale: Locale;
  open: boolean;
  onOpen: (open: boolean) => void;
  onChange: (field: FormField) => void;
  onMove: (to: number) => void;
  onDrag: () => void;
  onDrop: () => void;
  onRemove: () => void;
}

/** One field of a form: what it is, what is asked of it, and behind a press everything that can be said about it. */
export function FieldRow(props: FieldRowProps) {
  const { field, fields, name, problem, place, locale, open, onOpen, onChange } = props;
  const t = useT();
  const format = useFormat();
  const words = useConditionWords();
  const id = useId();
  const { key, own, required, toSolve, agentsOnly, when } = field;
  const type = own?.type ?? (isShippedField(key) ? fieldTypeOf(key) : 'line');
  const kind = t(`forms.kind.${type}`);
  const marks = [
    ...(required ? [t('forms.mark.required')] : []),
    ...(toSolve ? [t('forms.mark.to_solve')] : []),
    ...(agentsOnly ? [t('forms.mark.agents')] : []),
  ];
  return (
    <li
      // Its texts can be marked while it is open.
      draggable={!open}
      onDragStart={props.onDrag}
      onDragOver={(event) => event.preventDefault()}
      onDrop={props.onDrop}
      className={cx(
        'rounded-lg border bg-surface',
        problem ? 'border-danger' : open ? 'border-line-control' : 'border-line',
      )}
    >
      <div className="flex flex-wrap items-start gap-x-2 gap-y-1 p-2">
        <GripVertical
          className={cx('mt-2 size-4 shrink-0 text-ink-3', open ? 'opacity-40' : 'cursor-grab')}
          aria-hidden
        />
        <div className="min-w-0 flex-1 basis-48">
          <h3>
            <button
              type="button"
              aria-expanded={open}
              aria-controls={open ? id : undefined}
              onClick={() => onOpen(!open)}
              className="flex min-h-8 w-full items-center gap-1.5 rounded-md text-start font-semibold hover:text-accent-text"
            >
              <ChevronDown
                className={cx(
                  'size-4 shrink-0 text-ink-3 transition-transform',
                  !open && '-rotate-90 rtl:rotate-90',
                )}
                aria-hidden
              />
              <span className="min-w-0 [overflow-wrap:anywhere]">{name}</span>
            </button>
          </h3>
          <p className="flex flex-wrap items-center gap-1.5 ps-5.5 text-sm text-ink-3">
            {kind !== name && <span>{kind}</span>}
            {marks.map((it) => (
              <Badge key={it}>{it}</Badge>
            ))}
          </p>
          {when && (
            <p className="ps-5.5 text-sm text-ink-2 [overflow-wrap:anywhere]">
              {t('forms.shown_when', { when: words(when, fields, format) })}
            </p>
          )}
          {problem && (
            <p className="flex items-start gap-1 ps-5.5 text-sm text-danger-text">
              <CircleAlert className="mt-0.5 size-3.5 shrink-0" aria-hidden />
              {t(`error.${problem}`)}
            </p>
          )}
        </div>
        <div className="flex items-center max-sm:ms-auto">
          <IconButton
            label={t('forms.field.up', { name })}
            icon={<ArrowUp />}
            disabled={place === 0}
            onClick={() => props.onMove(place - 1)}
          />
          <IconButton
            label={t('forms.field.down', { name })}
            icon={<ArrowDown />}
            disabled={place === fields.length - 1}
            onClick={() => props.onMove(place + 1)}
          />
          <IconButton label={t('forms.field.remove', { name })} icon={<Trash2 />} onClick={props.onRemove} />
        </div>
      </div>
      {open && (
        <div id={id} className="border-t border-line px-4 py-4">
          <FieldSettings field={field} fields={fields} locale={locale} onChange={onChange} />
        </div>
      )}
    </li>
  );
}
