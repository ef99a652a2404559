import {
  type Category,
  choiceLabel,
  type FieldDefinition,
  type FormBook,
  fieldHelp,
  fieldLabel,
  makeFormBook,
  type OwnFieldKey,
  shippedBook,
  valueText,
} from '@fairlead/contract';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { type MessageKey, type Translate, useLocale, useT } from '../../../i18n/i18n.tsx';
import { ticketFormsQuery } from '../../../live/ticket-queries.ts';
import { useCan } from '../../../session.tsx';

/** What tickets are asked, in the reader's language. */
export interface Forms {
  readonly book: FormBook;
  readonly labelOf: (field: Pick<FieldDefinition, 'key' | 'texts'>) => string;
  readonly helpOf: (field: Pick<FieldDefinition, 'texts'>) => string | null;
  readonly choiceOf: (field: FieldDefinition, value: string) => string;
  /** What a field is called, whichever form it stands in or stood in. */
  readonly nameOf: (key: string, category?: Category) => string;
  /** Fields that administrators ever made. */
  readonly ownKeys: readonly OwnFieldKey[];
  /** What it holds, as people read it. */
  readonly shownOf: (key: string, value: string, category?: Category) => string;
}

/** The one source of what tickets are asked; as it came along until it is known, and for who may not see tickets. */
export function useForms(): Forms {
  const t = useT();
  const { locale } = useLocale();
  const can = useCan();
  const { data } = useQuery({ ...ticketFormsQuery, enabled: can('tickets.read') });
  return useMemo(() => {
    const forms = data?.forms.flatMap(({ category, fields }) => (fields ? [[category, fields]] : [])) ?? [];
    const book = data ? makeFormBook(Object.fromEntries(forms), data.known) : shippedBook;
    const said = saidBy(t);
    return {
      book,
      ownKeys: Object.keys(data?.known ?? {}).filter(isOwn),
      labelOf: (field) => fieldLabel(field, locale, said),
      helpOf: (field) => fieldHelp(field, locale),
      choiceOf: (field, value) => choiceLabel(field, value, locale, said),
      nameOf: (key, category) => {
        const field = book.fieldOf(key, category);
        return field ? fieldLabel(field, locale, said) : key;
      },
      shownOf: (key, value, category) => {
        const field = book.fieldOf(key, category);
        return field ? valueText(field, value, locale, said) : value;
      },
    };
  }, [data, locale, t]);
}

const isOwn = (key: string): key is OwnFieldKey => key.startsWith('own_');

/** The console's catalogue, which holds the contract's; it says the key of what it does not have. */
const saidBy = (t: Translate) => (key: string) => {
  const text = t(key as MessageKey);
  return text === key ? undefined : text;
};
