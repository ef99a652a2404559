import type { PortalTicket } from '@fairlead/contract';
import { useId, useState } from 'preact/hooks';
import { dayOf } from '../../text/when.ts';
import { usePortal, useSpeech } from '../context.ts';
import { Refused } from '../refused.tsx';
import { useDeed } from '../use-deed.ts';

const scores = [1, 2, 3, 4, 5] as const;

interface Props {
  ticket: PortalTicket;
  onTicket: (ticket: PortalTicket) => void;
}

/** How the customer was served, in their own judgement. */
export function Rating({ ticket, onTicket }: Props) {
  const { t, locale } = useSpeech();
  const [changing, setChanging] = useState(false);
  const { rating, mayRate } = ticket;
  if (!rating || changing) {
    return (
      <RatingForm
        ticket={ticket}
        onRated={(next) => {
          setChanging(false);
          onTicket(next);
        }}
      />
    );
  }
  return (
    <section class="box" role="status">
      <h2>{t('rate.thanks')}</h2>
      <p>
        <Stars score={rating.score} /> {t(`rate.${rating.score as 1 | 2 | 3 | 4 | 5}`)}
      </p>
      {rating.comment && <p dir="auto">{rating.comment}</p>}
      {mayRate && (
        <p class="quiet">
          {t('rate.until', { day: dayOf(locale, rating.changeableUntil) })}{' '}
          <button type="button" class="text-button" onClick={() => setChanging(true)}>
            {t('rate.change')}
          </button>
        </p>
      )}
    </section>
  );
}

function RatingForm({ ticket, onRated }: { ticket: PortalTicket; onRated: (ticket: PortalTicket) => void }) {
  const { t } = useSpeech();
  const { api } = usePortal();
  const { busy, refusal, run } = useDeed();
  const [score, setScore] = useState(ticket.rating?.score ?? 0);
  const [comment, setComment] = useState(ticket.rating?.comment ?? '');
  const name = useId();
  function submit(event: SubmitEvent) {
    event.preventDefault();
    if (score > 0)
      void run(async () => onRated(await api.rate(ticket.id, { score, comment: comment.trim() })));
  }
  return (
    <form class="box form" onSubmit={submit}>
      <fieldset class="rate">
        <legend>{t('rate.title')}</legend>
        <div class="rate-scores">
          {scores.map((it) => (
            <label key={it} class={it <= score ? 'rate-score rate-lit' : 'rate-score'}>
              <input
                type="radio"
                name={name}
                value={it}
                checked={it === score}
                onChange={() => setScore(it)}
              />
              <Star />
              <span>{t(`rate.${it}`)}</span>
            </label>
          ))}
        </div>
      </fieldset>
      {score > 0 && (
        <>
          <label class="field">
            <span>{t('rate.comment')}</span>
            <textarea
              rows={3}
              maxLength={2000}
              dir={comment ? 'auto' : undefined}
              value={comment}
              onInput={(event) => setComment(event.currentTarget.value)}
            />
          </label>
          <Refused refusal={refusal} />
          <div class="form-foot">
            <button type="submit" class="button" disabled={busy}>
              {t('rate.send')}
            </button>
          </div>
        </>
      )}
    </form>
  );
}

const Star = () => (
  <svg class="star" viewBox="0 0 24 24" aria-hidden="true">
    <path d="m12 3 2.7 5.8 6.3.8-4.6 4.4 1.2 6.3L12 17.2l-5.6 3.1L7.6 14 3 9.6l6.3-.8Z" />
  </svg>
);

/** The score as it was given; the word beside it says the same. */
function Stars({ score }: { score: number }) {
  return (
    <span class="stars" aria-hidden="true">
      {scores.map((it) => (
        <span key={it} class={it <= score ? 'rate-lit' : undefined}>
          <Star />
        </span>
      ))}
    </span>
  );
}
