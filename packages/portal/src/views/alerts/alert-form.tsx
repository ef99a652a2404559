import type { AlertKind } from '@fairlead/contract';
import { useState } from 'preact/hooks';
import { usePortal, useSpeech } from '../context.ts';
import { Refused } from '../refused.tsx';
import { useDeed } from '../use-deed.ts';
import { amountIn } from './alert-words.ts';

interface Props {
  assets: ReadonlyArray<{
    code: string;
    price: string | null;
    networks: ReadonlyArray<{ id: string; name: string }>;
  }>;
  /** Those that there are. */
  kinds: readonly AlertKind[];
  onSet: () => void;
}

const first = 'BTC';

/** Sets one more alert. */
export function AlertForm({ assets, kinds: there, onSet }: Props) {
  const { t, locale } = useSpeech();
  const { api } = usePortal();
  const { busy, refusal, run } = useDeed();
  const [wished, setKind] = useState<AlertKind>('price_above');
  const kind = there.includes(wished) ? wished : (there[0] ?? wished);
  const [asset, setAsset] = useState(first);
  const [amount, setAmount] = useState('');
  const [network, setNetwork] = useState('');
  const [repeats, setRepeats] = useState(false);
  const [until, setUntil] = useState('');
  const kinds: Record<AlertKind, string> = {
    price_above: t('alerts.kind.above'),
    price_below: t('alerts.kind.below'),
    moved_hour: t('alerts.kind.hour'),
    moved_day: t('alerts.kind.day'),
    networks: t('alerts.kind.networks'),
  };
  const offered = assets.filter((it) => (kind === 'networks' ? it.networks.length > 0 : it.price !== null));
  const chosen = offered.find((it) => it.code === asset) ?? offered[0];
  const inPercent = kind === 'moved_hour' || kind === 'moved_day';

  function submit(event: SubmitEvent) {
    event.preventDefault();
    if (!chosen) return;
    const onNetworks = kind === 'networks';
    void run(async () => {
      await api.setAlert({
        kind,
        asset: chosen.code,
        threshold: onNetworks ? null : amount.trim().replace(',', '.'),
        network: onNetworks && network !== '' ? network : null,
        repeats,
        // Through the whole of that day, where the customer is.
        endsAt: until === '' ? null : new Date(`${until}T23:59:59`).toISOString(),
      });
      setAmount('');
      setUntil('');
      onSet();
    });
  }
  return (
    <form class="form alerts-part" onSubmit={submit}>
      <h2>{t('alerts.add')}</h2>
      {offered.length === 0 ? (
        <p role="status">{t('alerts.silent')}</p>
      ) : (
        <>
          <label class="field">
            <span>{t('alerts.asset')}</span>
            <select
              value={chosen?.code}
              onChange={(event) => {
                setAsset(event.currentTarget.value);
                setNetwork('');
              }}
            >
              {offered.map(({ code }) => (
                <option key={code} value={code}>
                  {code}
                </option>
              ))}
            </select>
            {chosen?.price && kind !== 'networks' && (
              <span class="quiet">{t('alerts.now', { amount: amountIn(locale, chosen.price) })}</span>
            )}
          </label>
          <label class="field">
            <span>{t('alerts.kind')}</span>
            <select value={kind} onChange={(event) => setKind(event.currentTarget.value as AlertKind)}>
              {there.map((of) => (
                <option key={of} value={of}>
                  {kinds[of]}
                </option>
              ))}
            </select>
          </label>
          {kind === 'networks' ? (
            <label class="field">
              <span>{t('alerts.network')}</span>
              <select value={network} onChange={(event) => setNetwork(event.currentTarget.value)}>
                <option value="">{t('alerts.anyNetwork')}</option>
                {chosen?.networks.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
              </select>
            </label>
          ) : (
            <label class="field">
              <span>{t(inPercent ? 'alerts.percent' : 'alerts.level')}</span>
              <input
                type="text"
                inputMode="decimal"
                dir="ltr"
                required
                pattern="\s*\d{1,12}([.,]\d{1,12})?\s*"
                autoComplete="off"
                value={amount}
                onInput={(event) => setAmount(event.currentTarget.value)}
              />
            </label>
          )}
          <label class="choice">
            <input
              type="checkbox"
              checked={repeats}
              onChange={(event) => setRepeats(event.currentTarget.checked)}
            />
            <span>{t('alerts.repeats')}</span>
          </label>
          {repeats && kind !== 'networks' && <p class="quiet">{t('alerts.repeats.hint')}</p>}
          <label class="field">
            <span>{t('alerts.until')}</span>
            <input type="date" value={until} onInput={(event) => setUntil(event.currentTarget.value)} />
          </label>
          <Refused refusal={refusal} />
          <p>
            <button type="submit" class="button" disabled={busy}>
              {t('alerts.set')}
            </button>
          </p>
        </>
      )}
    </form>
  );
}
