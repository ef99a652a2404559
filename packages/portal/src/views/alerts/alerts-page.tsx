import type { MarketAlert } from '@fairlead/contract';
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
          {value.alerts.length === 0 ? (
            <p class="alerts-none">{t('alerts.none')}</p>
          ) : (
            <ul class="cards">
              {value.alerts.map((it) => (
                <AlertLine
                  key={it.id}
                  alert={it}
                  onChanged={reload}
                  onRemoved={() => {
                    setRemoved(it);
                    reload();
                  }}
                />
              ))}
            </ul>
          )}
          <AlertForm assets={value.assets} onSet={reload} />
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
