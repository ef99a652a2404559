import type { alertEndpoints, MarketAlert, ResponseOf } from '@fairlead/contract';
import { useEffect, useState } from 'preact/hooks';
import { useLoaded } from '../../data/use-loaded.ts';
import { absolute } from '../../text/when.ts';
import { Bones } from '../bones.tsx';
import { usePortal, usePortalState, useSpeech } from '../context.ts';
import { Link } from '../link.tsx';
import { Problem } from '../problem.tsx';
import { Refused } from '../refused.tsx';
import { useDeed } from '../use-deed.ts';
import { AlertForm } from './alert-form.tsx';
import { AlertLine } from './alert-line.tsx';
import { PreferencesForm } from './preferences-form.tsx';

/** What the market did is looked at again so often, in milliseconds, while somebody looks. */
const lookAgain = 20_000;

/** A customer's alerts, what they were told last, and how they are told. */
export function AlertsPage() {
  const speech = useSpeech();
  const { t, locale } = speech;
  const { api } = usePortal();
  const verified = usePortalState(({ person }) => person?.verified);
  const { value, refusal, reload } = useLoaded(
    `alerts ${locale}`,
    () => api.alerts(locale),
    () => false,
  );
  const undo = useDeed();
  const [removed, setRemoved] = useState<MarketAlert | null>(null);
  useEffect(() => {
    const timer = setInterval(() => document.visibilityState === 'visible' && reload(), lookAgain);
    return () => clearInterval(timer);
  });

  async function bringBack({
    kind,
    asset,
    threshold,
    network,
    repeats,
    cooldownMinutes,
    endsAt,
  }: MarketAlert) {
    const rest = { threshold, network: network?.id ?? null, repeats, cooldownMinutes, endsAt };
    await api.setAlert({ kind, asset, ...rest });
    setRemoved(null);
    reload();
  }
  return (
    <div class="alerts">
      <p class="way-back">
        <Link to={{ at: 'tickets', state: 'active' }}>{t('ticket.back')}</Link>
      </p>
      <h1 tabIndex={-1}>{t('alerts.title')}</h1>
      <p class="quiet">{t('alerts.text')}</p>
      {!verified ? (
        <p role="status">{t('signIn.exchange')}</p>
      ) : !value && refusal ? (
        <Problem refusal={refusal} onRetry={reload} />
      ) : !value ? (
        <Bones />
      ) : (
        <>
          <div role="status">
            {removed && (
              <p class="alerts-undo">
                {t('alerts.removed')}
                <button
                  type="button"
                  class="text-button"
                  disabled={undo.busy}
                  onClick={() => void undo.run(() => bringBack(removed))}
                >
                  {t('alerts.undo')}
                </button>
              </p>
            )}
          </div>
          <Refused refusal={undo.refusal} />
          <WhyNothing known={value} />
          {value.alerts.length === 0 ? (
            <p class="alerts-none">{t('alerts.none')}</p>
          ) : (
            <ul class="cards">
              {value.alerts.map((it) => (
                <AlertLine
                  key={it.id}
                  alert={it}
                  offered={value.offered.kinds.includes(it.kind)}
                  onChanged={reload}
                  onRemoved={() => {
                    setRemoved(it);
                    reload();
                  }}
                />
              ))}
            </ul>
          )}
          {value.offered.enabled && value.offered.kinds.length > 0 && !isHeld(value) && (
            <AlertForm assets={value.assets} kinds={value.offered.kinds} onSet={reload} />
          )}
          {value.notices.length > 0 && (
            <section>
              <h2>{t('alerts.recent')}</h2>
              <ul class="alerts-told">
                {value.notices.map((it) => (
                  <li key={it.id}>
                    <p class="flow-text">{it.text}</p>
                    <time class="quiet" dateTime={it.at}>
                      {absolute(locale, it.at)}
                    </time>
                  </li>
                ))}
              </ul>
            </section>
          )}
          <PreferencesForm known={value} onSaved={reload} />
        </>
      )}
    </div>
  );
}

type Known = ResponseOf<(typeof alertEndpoints)['mine']>;

/** Staff stopped it, and not because the customer wished so: they can take nothing back. */
const isHeld = ({ held }: Known) => held !== null && held.reason !== 'customer_request';

/** Why nothing is sent, where that is not what the customer chose here. */
function WhyNothing({ known }: { known: Known }) {
  const { t, locale } = useSpeech();
  const { offered, held } = known;
  if (!offered.enabled) return <p class="notice">{t('alerts.off')}</p>;
  if (!held) return null;
  return (
    <p class="notice">
      {t(`alerts.held.${held.reason}`)}{' '}
      <time class="quiet" dateTime={held.at}>
        {absolute(locale, held.at)}
      </time>
    </p>
  );
}
