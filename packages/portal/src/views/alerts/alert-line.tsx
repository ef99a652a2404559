import type { AlertState, MarketAlert } from '@fairlead/contract';
import { absolute } from '../../text/when.ts';
import { usePortal, useSpeech } from '../context.ts';
import { Refused } from '../refused.tsx';
import { useDeed } from '../use-deed.ts';
import { sayAlert } from './alert-words.ts';

interface Props {
  alert: MarketAlert;
  /** There are alerts of its kind. */
  offered: boolean;
  onChanged: () => void;
  onRemoved: () => void;
}

/** One alert: what it waits for, where it stands, and what can be done with it. */
export function AlertLine({ alert, offered, onChanged, onRemoved }: Props) {
  const speech = useSpeech();
  const { t, locale } = speech;
  const { api } = usePortal();
  const { busy, refusal, run } = useDeed();
  const states: Record<AlertState, string> = {
    active: t('alerts.state.active'),
    resting: t('alerts.state.resting'),
    paused: t('alerts.state.paused'),
    done: t('alerts.state.done'),
  };
  const name = `alert-${alert.id}`;
  const paused = alert.state === 'paused';
  return (
    <li class="card alert">
      <div class="grow">
        <b id={name}>{sayAlert(speech, alert)}</b>
        <p class="card-foot">
          <span>{offered ? states[alert.state] : t('alerts.notOffered')}</span>
          {alert.repeats && alert.state !== 'done' && <span>{t('alerts.every')}</span>}
          {alert.endsAt && <span>{t('alerts.ends', { when: absolute(locale, alert.endsAt) })}</span>}
          {alert.lastFiredAt && (
            <span>{t('alerts.last', { when: absolute(locale, alert.lastFiredAt) })}</span>
          )}
        </p>
        <Refused refusal={refusal} />
      </div>
      <p class="alert-deeds">
        {alert.state !== 'done' && (
          <button
            type="button"
            class="text-button"
            aria-describedby={name}
            disabled={busy}
            onClick={() =>
              void run(async () => void (await api.pauseAlert(alert.id, !paused))).then(onChanged)
            }
          >
            {t(paused ? 'alerts.resume' : 'alerts.pause')}
          </button>
        )}
        <button
          type="button"
          class="text-button"
          aria-describedby={name}
          disabled={busy}
          onClick={() => void run(() => api.removeAlert(alert.id)).then((done) => done && onRemoved())}
        >
          {t('alerts.remove')}
        </button>
      </p>
    </li>
  );
}
