import { useState } from 'preact/hooks';
import { usePortal, useSpeech } from '../context.ts';
import { Link } from '../link.tsx';
import { Refused } from '../refused.tsx';
import { useDeed } from '../use-deed.ts';

/** Whose account it is stops a recovery that is not theirs: by a press, since scanners of letters follow every link. No session is needed. */
export function ObjectionPage() {
  const { t } = useSpeech();
  const { api } = usePortal();
  const { busy, refusal, run } = useDeed();
  const [token] = useState(() => location.hash.slice(1));
  const [done, setDone] = useState(false);
  return (
    <section class="form">
      <h1>{t('objection.title')}</h1>
      {done ? (
        <>
          <p role="status">{t('objection.done')}</p>
          <p>
            <Link class="button" to={{ at: 'freeze' }}>
              {t('freeze.title')}
            </Link>
          </p>
        </>
      ) : (
        <>
          <p>{t('objection.text')}</p>
          <Refused refusal={refusal} />
          <p>
            <button
              type="button"
              class="button"
              disabled={busy}
              onClick={() =>
                void run(async () => {
                  await api.objectToRecovery(token);
                  setDone(true);
                })
              }
            >
              {t('objection.confirm')}
            </button>
          </p>
        </>
      )}
      <p class="safety">{t('home.safety')}</p>
    </section>
  );
}
