import {
  assistantDecision,
  type ExampleExpectation,
  flowIds,
  handOverReasons,
  mappedIntents,
} from '@fairlead/contract';
import { useQuery } from '@tanstack/react-query';
import { useLocale, useT } from '../../../i18n/i18n.tsx';
import { Field } from '../../../ui/field.tsx';
import { MultiSelect } from '../../../ui/multi-select.tsx';
import { Select } from '../../../ui/select.tsx';
import { flowName, intentName } from '../trace/trace-words.ts';
import { answersQuery } from './results-queries.ts';

interface ExpectationFieldsProps {
  value: ExampleExpectation;
  onChange: (value: ExampleExpectation) => void;
  /** Titles of articles that may not be published any more. */
  titles: Readonly<Record<string, string>>;
}

const any = '*';

/** What must follow: what is left open may be anything. */
export function ExpectationFields({ value, onChange, titles }: ExpectationFieldsProps) {
  const t = useT();
  const { locale } = useLocale();
  const { data: articles = [] } = useQuery(answersQuery(locale));
  const listed = new Map([
    ...value.articles.map((id) => [id, titles[id] ?? t('assistant.example.article_gone')] as const),
    ...articles.map(({ id, title }) => [id, title] as const),
  ]);
  function choice<K extends 'intent' | 'decision' | 'flow' | 'handOver'>(
    part: K,
    values: ReadonlyArray<NonNullable<ExampleExpectation[K]>>,
    wordsOf: (it: NonNullable<ExampleExpectation[K]>) => string,
  ) {
    return (
      <Field label={t(`assistant.example.${part}`)}>
        <Select<string>
          value={value[part] ?? any}
          onChange={(next) => onChange({ ...value, [part]: values.find((it) => it === next) ?? null })}
          options={[
            { value: any, label: t('assistant.example.any') },
            ...values.map((it) => ({ value: it as string, label: wordsOf(it) })),
          ]}
        />
      </Field>
    );
  }
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      {choice('decision', assistantDecision.options, (it) => t(`assistant.decision.${it}`))}
      {choice('handOver', handOverReasons, (it) => t(`assistant.reason.${it}`))}
      {choice('flow', flowIds, (it) => flowName(t, it))}
      {choice('intent', mappedIntents, (it) => intentName(t, it))}
      <Field
        label={t('assistant.example.articles')}
        hint={t('assistant.example.articles.hint')}
        className="sm:col-span-2"
      >
        <MultiSelect
          value={value.articles}
          onChange={(next) => onChange({ ...value, articles: next.slice(0, 3) })}
          options={[...listed].map(([id, title]) => ({ value: id, label: title }))}
          placeholder={t('assistant.example.any')}
        />
      </Field>
    </div>
  );
}
