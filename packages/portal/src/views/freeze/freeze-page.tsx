import { Icon } from '@fairlead/widget/views/icon.tsx';
import { useState } from 'preact/hooks';
import { absolute } from '../../text/when.ts';
import { usePortal, usePortalState, useSpeech } from '../context.ts';
import { Link } from '../link.tsx';
import { Refused } from '../refused.tsx';
import { useDeed } from '../use-deed.ts';
import { FreezeForm, type SentFreezeCode } from './freeze-form.tsx';

/** A customer whom the exchange vouches for stops everything in their account, by a code that goes to their address. */
export function FreezePage() {
  const { t, locale } = useSpeech();
  const { api } = usePortal();
  const verified = usePortalState(({ person }) => person?.verified);
  const { busy, refusal, run } = useDeed();
  const [sent, setSent] = useState<SentFreezeCode | null>(null);
  const [done, setDone] = useState<{ frozenAt: string | null } | null>(null);
  const send = () => void run(async () => setSent(await api.sendFreezeCode()));

  if (done) {
    return (
      <section class="form" role="status">
        <h1>{t('freeze.done')}</h1>
        <p>
          {done.frozenAt
            ? t('freeze.since', { when: absolute(locale, done.frozenAt) })
            : t('freeze.underway')}
        </p>
        <p>
          <Link class="button" to={{ at: 'new', category: 'account_security.hacked' }}>
            {t('freeze.tell')}
          </Link>
        </p>
      </section>
    );
  }
  return (
    <section class="form">
      <h1>{t('freeze.title')}</h1>
      <p>{t('freeze.text')}</p>
      <p class="notice">
        <Icon name="alert" />
        {t('freeze.final')}
      </p>
      {!verified ? (
        <p role="status">{t('signIn.exchange')}</p>
      ) : sent ? (
        <FreezeForm sent={sent} onAgain={send} onDone={setDone} />
      ) : (
        <>
          <Refused refusal={refusal} />
          <p>
            <button type="button" class="button" disabled={busy} onClick={send}>
              {t('signIn.send')}
            </button>
          </p>
        </>
      )}
      <p class="safety">{t('home.safety')}</p>
    </section>
  );
}
