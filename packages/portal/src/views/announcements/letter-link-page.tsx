import { useState } from 'preact/hooks';
import { usePortal, useSpeech } from '../context.ts';
import { Link } from '../link.tsx';
import { Refused } from '../refused.tsx';
import { useDeed } from '../use-deed.ts';

const tokenIn = (name: string): string => new URLSearchParams(location.hash.slice(1)).get(name) ?? '';

/** Ends announcements by the signed link of a letter: by a press, since whatever follows links for safety must not. */
export function StopAnnouncementsPage() {
  const { t } = useSpeech();
  const { api } = usePortal();
  const { busy, refusal, run } = useDeed();
  const [done, setDone] = useState(false);
  const token = tokenIn('stop');
  const stop = (all: boolean) => void run(() => api.stopAnnouncements(token, all)).then(setDone);
  return (
    <section class="form">
      <h1 tabIndex={-1}>{t('news.title')}</h1>
      {done ? (
        <p role="status">{t('news.stopped')}</p>
      ) : (
        <>
          <Refused refusal={refusal} />
          <p class="form-foot">
            <button type="button" class="button" disabled={busy || token === ''} onClick={() => stop(false)}>
              {t('news.stop')}
            </button>
            <button
              type="button"
              class="button button-quiet"
              disabled={busy || token === ''}
              onClick={() => stop(true)}
            >
              {t('news.stopAll')}
            </button>
          </p>
        </>
      )}
      <p>
        <Link to={{ at: 'announcements' }}>{t('news.text')}</Link>
      </p>
    </section>
  );
}

/** Says by the signed link of a letter that the address is one's own. */
export function ConfirmAnnouncementsPage() {
  const { t } = useSpeech();
  const { api } = usePortal();
  const { busy, refusal, run } = useDeed();
  const [done, setDone] = useState(false);
  const token = tokenIn('confirm');
  return (
    <section class="form">
      <h1 tabIndex={-1}>{t('news.title')}</h1>
      {done ? (
        <p role="status">{t('news.confirmed')}</p>
      ) : (
        <>
          <Refused refusal={refusal} />
          <p>
            <button
              type="button"
              class="button"
              disabled={busy || token === ''}
              onClick={() => void run(() => api.confirmAnnouncements(token)).then(setDone)}
            >
              {t('news.confirm')}
            </button>
          </p>
        </>
      )}
    </section>
  );
}
