import type { ActivityKind, ActivityQuestion, OwnRecovery } from '@fairlead/contract';
import { useState } from 'preact/hooks';
import { usePortal, useSpeech } from '../context.ts';
import { Refused } from '../refused.tsx';
import { useDeed } from '../use-deed.ts';
import { choiceWords } from './activity-choice.ts';

/** Proves by answers about what the account did; they are looked up only once somebody wants to answer. */
export function RecoveryQuestions({
  ticketId,
  onDone,
}: {
  ticketId: string;
  onDone: (recovery: OwnRecovery) => void;
}) {
  const speech = useSpeech();
  const { t } = speech;
  const { api } = usePortal();
  const { busy, refusal, run } = useDeed();
  const [asked, setAsked] = useState<readonly ActivityQuestion[] | null>(null);
  const [answers, setAnswers] = useState<Partial<Record<ActivityKind, string>>>({});
  const all = asked !== null && asked.every(({ kind }) => Boolean(answers[kind]));

  function submit(event: SubmitEvent) {
    event.preventDefault();
    void run(async () => onDone(await api.answerRecovery(ticketId, { answers })));
  }
  return (
    <form class="form" onSubmit={submit}>
      <h3>{t('recovery.questions')}</h3>
      <p>{t('recovery.questions.text')}</p>
      {asked?.map(({ kind, choices }) => (
        <label key={kind} class="field">
          <span>{t(`recovery.question.${kind}`)}</span>
          <select
            required
            value={answers[kind] ?? ''}
            onChange={(event) => setAnswers({ ...answers, [kind]: event.currentTarget.value })}
          >
            <option value="" />
            {choices.map((choice) => (
              <option key={choice} value={choice}>
                {choiceWords(speech, kind, choice)}
              </option>
            ))}
          </select>
        </label>
      ))}
      <Refused refusal={refusal} />
      {asked === null ? (
        <button
          type="button"
          class="button"
          disabled={busy}
          onClick={() => void run(async () => setAsked((await api.recoveryQuestions(ticketId)).questions))}
        >
          {t('recovery.questions.show')}
        </button>
      ) : (
        <button type="submit" class="button" disabled={busy || !all}>
          {t('recovery.answer')}
        </button>
      )}
    </form>
  );
}
