import type { AlertPreferences, alertEndpoints, ResponseOf } from '@fairlead/contract';
import { useId, useState } from 'preact/hooks';
import { timeZone } from '../../session/arrival.ts';
import { absolute } from '../../text/when.ts';
import { usePortal, usePortalState, useSpeech } from '../context.ts';
import { Refused } from '../refused.tsx';
import { useDeed } from '../use-deed.ts';
import { clockOf, minutesOf } from './alert-words.ts';

interface Props {
  known: ResponseOf<(typeof alertEndpoints)['mine']>;
  onSaved: () => void;
}

const usualNight = { from: 22 * 60, until: 7 * 60 };
const usualBrief = { hour: 8, assets: [] };
const hours = Array.from({ length: 24 }, (_, hour) => hour);

/** How a customer is told: by which ways, when not, and of what each day. */
export function PreferencesForm({ known, onSaved }: Props) {
  const { t, locale } = useSpeech();
  const { api } = usePortal();
  const { busy, refusal, run } = useDeed();
  const preview = useDeed();
  const [wish, setWish] = useState<AlertPreferences>(() =>
    // Who has not said anything yet is where their device is.
    known.optedInAt ? known.preferences : { ...known.preferences, timeZone: timeZone() },
  );
  const [assets, setAssets] = useState(wish.brief?.assets.join(', ') ?? '');
  const [saved, setSaved] = useState(false);
  const [brief, setBrief] = useState<string | null>(null);
  const assetsHint = useId();
  const { stopped } = known.preferences;
  const mail = usePortalState((state) => state.config?.mail === true);
  const change = (part: Partial<AlertPreferences>) => {
    setWish({ ...wish, ...part });
    setSaved(false);
  };
  const named = assets.split(/[\s,，、;]+/).filter((it) => it !== '');

  const save = (part: Partial<AlertPreferences> = {}) =>
    run(async () => {
      const whole = { ...wish, brief: wish.brief && { ...wish.brief, assets: named }, stopped, ...part };
      setWish(await api.preferAlerts(whole));
      setSaved(true);
      onSaved();
    });
  return (
    <form
      class="form alerts-part"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <h2>{t('prefs.title')}</h2>
      {stopped && known.held === null && <p class="notice">{t('prefs.stopped')}</p>}
      <label class="choice">
        <input
          type="checkbox"
          checked={wish.byChat}
          onChange={(event) => change({ byChat: event.currentTarget.checked })}
        />
        <span>{t('prefs.chat')}</span>
      </label>
      <label class="choice">
        <input
          type="checkbox"
          checked={wish.byEmail && known.email !== null}
          disabled={known.email === null}
          onChange={(event) => change({ byEmail: event.currentTarget.checked })}
        />
        <span>
          {known.email ? t('prefs.email', { email: known.email }) : t(mail ? 'prefs.noEmail' : 'tell.noMail')}
        </span>
      </label>
      <label class="choice">
        <input
          type="checkbox"
          checked={wish.quiet !== null}
          onChange={(event) => change({ quiet: event.currentTarget.checked ? usualNight : null })}
        />
        <span>{t('prefs.quiet')}</span>
      </label>
      {wish.quiet && (
        <>
          <div class="alerts-row">
            {(['from', 'until'] as const).map((end) => (
              <label key={end} class="field">
                <span>{t(end === 'from' ? 'prefs.from' : 'prefs.until')}</span>
                <input
                  type="time"
                  required
                  value={clockOf(wish.quiet?.[end] ?? 0)}
                  onInput={(event) => {
                    const minutes = minutesOf(event.currentTarget.value);
                    if (minutes !== null && wish.quiet) change({ quiet: { ...wish.quiet, [end]: minutes } });
                  }}
                />
              </label>
            ))}
          </div>
          <p class="quiet">{t('prefs.quiet.hint')}</p>
          <label class="choice">
            <input
              type="checkbox"
              checked={wish.networksThroughQuiet}
              onChange={(event) => change({ networksThroughQuiet: event.currentTarget.checked })}
            />
            <span>{t('prefs.networks')}</span>
          </label>
        </>
      )}
      <label class="choice">
        <input
          type="checkbox"
          checked={wish.brief !== null}
          onChange={(event) => change({ brief: event.currentTarget.checked ? usualBrief : null })}
        />
        <span>{t('prefs.brief')}</span>
      </label>
      {wish.brief && (
        <div class="alerts-row">
          <label class="field">
            <span>{t('prefs.hour')}</span>
            <select
              value={wish.brief.hour}
              onChange={(event) =>
                wish.brief && change({ brief: { ...wish.brief, hour: Number(event.currentTarget.value) } })
              }
            >
              {hours.map((hour) => (
                <option key={hour} value={hour}>
                  {clockOf(hour * 60)}
                </option>
              ))}
            </select>
          </label>
          <label class="field grow">
            <span>{t('prefs.assets')}</span>
            <input
              type="text"
              dir="ltr"
              maxLength={200}
              aria-describedby={assetsHint}
              value={assets}
              onInput={(event) => {
                setAssets(event.currentTarget.value);
                setSaved(false);
              }}
            />
            <span class="quiet" id={assetsHint}>
              {t('prefs.assets.hint')}
            </span>
          </label>
        </div>
      )}
      <label class="field">
        <span>{t('prefs.zone')}</span>
        <select value={wish.timeZone} onChange={(event) => change({ timeZone: event.currentTarget.value })}>
          {[...new Set([wish.timeZone, timeZone(), 'UTC', ...Intl.supportedValuesOf('timeZone')])].map(
            (it) => (
              <option key={it} value={it}>
                {it}
              </option>
            ),
          )}
        </select>
      </label>
      {known.optedInAt && (
        <p class="quiet">{t('prefs.since', { when: absolute(locale, known.optedInAt) })}</p>
      )}
      <Refused refusal={refusal} />
      <p class="form-foot">
        <button type="submit" class="button" disabled={busy}>
          {t('tell.save')}
        </button>
        <span role="status">{saved ? t('tell.saved') : ''}</span>
      </p>
      <p class="form-foot">
        <button
          type="button"
          class="button button-quiet"
          disabled={preview.busy}
          onClick={() => void preview.run(async () => setBrief((await api.brief(locale)).text))}
        >
          {t('prefs.preview')}
        </button>
        <button
          type="button"
          class="button button-quiet"
          disabled={busy}
          onClick={() => void save({ stopped: !stopped })}
        >
          {t(stopped ? 'prefs.resume' : 'prefs.stop')}
        </button>
      </p>
      <Refused refusal={preview.refusal} />
      <div role="status">{brief && <p class="flow flow-text">{brief}</p>}</div>
    </form>
  );
}
