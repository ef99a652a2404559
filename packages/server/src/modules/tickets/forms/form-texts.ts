import {
  type FormField,
  fieldLabel,
  isShippedField,
  type Locale,
  locales,
  type Texts,
} from '@fairlead/contract';
import type { Tx } from '../../../platform/database/database.ts';
import { type CoverageSource, noteTexts, sourceOf } from '../../translation/index.ts';
import type { FormRecord } from './form-store.ts';
import { readForms } from './read-forms.ts';
import { saidIn } from './said-in.ts';

/** A text of a form, and what it is called. */
interface FormText {
  readonly id: string;
  readonly name: string;
  readonly texts: Texts;
  readonly shipped: readonly Locale[];
}

/** What administrators wrote into the forms that tickets begin with. */
export const formTexts: CoverageSource = {
  kind: 'form_text',
  chain: ['own', 'relative', 'shipped', 'english', 'any'],
  list: async (reader) =>
    (await readForms(reader)).forms.flatMap((form) =>
      textsOf(form).map(({ id, name, texts, shipped }) => {
        const source = sourceOf(texts);
        const there = Object.keys(texts) as Locale[];
        return { id, owner: form.category, name, source, locales: there, shipped, says: texts[source] ?? '' };
      }),
    ),
};

/** Notes from what each text of a form was written, as the form is saved. */
export async function noteFormTexts(
  tx: Tx,
  before: FormRecord | undefined,
  after: FormRecord,
): Promise<void> {
  const former = new Map((before ? textsOf(before) : []).map((it) => [it.id, it.texts]));
  for (const { id, texts } of textsOf(after)) {
    const then = former.get(id);
    const sourced = (of: Texts) => ({ texts: of, source: sourceOf(of) });
    await noteTexts(tx, { kind: 'form_text', id }, then ? sourced(then) : null, sourced(texts));
  }
}

function textsOf({ category, fields }: FormRecord): FormText[] {
  return (fields ?? []).flatMap((field) => {
    const name = nameOf(field);
    const part = (key: string, texts: Texts, called: string, shipped: readonly Locale[] = []): FormText[] =>
      Object.keys(texts).length === 0
        ? []
        : [{ id: `${category}/${field.key}/${key}`, name: called, texts, shipped }];
    return [
      // One that came along is called something in every language.
      ...part('label', field.label, name, isShippedField(field.key) ? locales : []),
      ...part('help', field.help, name),
      ...(field.own?.options ?? []).flatMap((it) =>
        part(`option.${it.value}`, it.label, `${name}: ${it.value}`),
      ),
    ];
  });
}

const nameOf = ({ key, label }: FormField): string =>
  fieldLabel({ key, texts: { label, help: {}, options: {} } }, 'en', saidIn('en'));
