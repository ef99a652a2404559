import { endpoints, type ResponseOf } from '@fairlead/contract';
import { useMutation } from '@tanstack/react-query';
import { CircleAlert, CircleCheck, TriangleAlert } from 'lucide-react';
import { call } from '../../../api.ts';
import { useFormat, useT } from '../../../i18n/i18n.tsx';
import { Button } from '../../../ui/button.tsx';
import { Field } from '../../../ui/field.tsx';
import { FormError } from '../../../ui/form-error.tsx';
import { Input } from '../../../ui/input.tsx';
import { bodyOf, hasEmbeddings, type ModelDraft } from './model-rules.ts';
import { TrialResult } from './trial-result.tsx';

type Found = NonNullable<ResponseOf<typeof endpoints.assistant.tryEmbeddings>['found']>;

/** The model that tells how near questions are to each other, and a trial of it. */
export function EmbeddingsField({
  draft,
  ready,
  reading,
  onChange,
}: {
  draft: ModelDraft;
  /** What is needed besides is there. */
  ready: boolean;
  reading: boolean;
  onChange: (embeddings: string) => void;
}) {
  const t = useT();
  const body = bodyOf(draft);
  const trial = useMutation({
    mutationFn: (sent: typeof body) => call(endpoints.assistant.tryEmbeddings, { body: sent }),
  });
  if (!hasEmbeddings(draft))
    return <p className="text-sm text-ink-3">{t('assistant.model.embeddings.none')}</p>;
  // What came of another setting is no longer true of this one.
  const current = JSON.stringify(trial.variables) === JSON.stringify(body);
  const result = current ? trial.data : undefined;
  return (
    <div className="flex flex-col items-start gap-3">
      <Field
        label={t('assistant.model.embeddings')}
        hint={t('assistant.model.embeddings.hint')}
        className="w-full"
      >
        <Input
          mono
          autoComplete="off"
          spellCheck={false}
          maxLength={200}
          disabled={reading}
          value={draft.embeddings}
          onValueChange={onChange}
          className="sm:max-w-80"
        />
      </Field>
      {!reading && (
        <>
          <FormError error={current ? trial.error : null} />
          {result &&
            (result.found ? (
              <Measured found={result.found} milliseconds={result.milliseconds} />
            ) : (
              <TrialResult result={result} />
            ))}
          <Button
            disabled={!ready || body.embeddings === null}
            loading={trial.isPending}
            onClick={() => trial.mutate(body)}
          >
            {t('assistant.model.embeddings.try')}
          </Button>
        </>
      )}
    </div>
  );
}

/** How well it tells matters apart. */
function Measured({ found, milliseconds }: { found: Found; milliseconds: number }) {
  const t = useT();
  const format = useFormat();
  const { counts, dimensions, right } = found;
  const [Icon, tone, text] =
    counts === 1
      ? ([CircleCheck, 'text-success-text', 'good'] as const)
      : counts > 0
        ? ([TriangleAlert, 'text-warning-text', 'fair'] as const)
        : ([CircleAlert, 'text-danger-text', 'useless'] as const);
  return (
    <p role="status" className={`flex items-start gap-1.5 text-sm ${tone}`}>
      <Icon className="mt-0.5 size-4 shrink-0" aria-hidden />
      <span>
        {t('assistant.model.embeddings.works', {
          count: format.number(Math.round(milliseconds)),
          dimensions: format.number(dimensions),
        })}{' '}
        {t(`assistant.model.embeddings.${text}`, { share: format.share(right) })}
      </span>
    </p>
  );
}
