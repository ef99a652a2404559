import { useState } from 'preact/hooks';
import { usePortal, useSpeech } from '../context.ts';
import { Link } from '../link.tsx';
import { Refused } from '../refused.tsx';
import { useDeed } from '../use-deed.ts';

/** Ends all alerts and briefs by the signed link of a letter: by a press, since whatever follows links for safety must not. */
export function StopPage() {
  const { t } = useSpeech();
  const { api } = usePortal();
  const { busy, refusal, run } = useDeed();
  const [done, setDone] = useState(false);
  const token = new URLSearchParams(location.hash.slice(1)).get('stop') ?? '';
  return (
    <section class="form">
      <h1 tabIndex={-1}>{t('prefs.stop')}</h1>
      {done ? (
        <p role="status">{t('prefs.stopped')}</p>
      ) : (
        <>
          <p>{t('stop.text')}</p>
          <Refused refusal={refusal} />
          <p>
            <button
              type="button"
              class="button"
              disabled={busy || token === ''}
              onClick={() => void run(() => api.stopAlerts(token)).then(setDone)}
            >
              {t('stop.yes')}
            </button>
          </p>
        </>
      )}
      <p>
        <Link to={{ at: 'alerts' }}>{t('alerts.title')}</Link>
      </p>
    </section>
  );
}
