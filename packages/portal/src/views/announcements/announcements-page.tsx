import type { AnnouncementKind, AnnouncementSubscription } from '@fairlead/contract';
import { type Locale, localeNames, locales } from '@fairlead/contract/locale';
import { useState } from 'preact/hooks';
import { useLoaded } from '../../data/use-loaded.ts';
import { Bones } from '../bones.tsx';
import { usePortal, useSpeech } from '../context.ts';
import { Link } from '../link.tsx';
import { Problem } from '../problem.tsx';
import { Refused } from '../refused.tsx';
import { useDeed } from '../use-deed.ts';
import { kinds } from './kinds.ts';

/** Which announcements a customer is sent, in which language; and where all of them are read. */
export function AnnouncementsPage() {
  const { t, locale } = useSpeech();
  const { api } = usePortal();
  const { value, refusal, reload, set } = useLoaded(
    'announcements',
    () => api.subscription(),
    () => false,
  );
  return (
    <div class="alerts">
      <p class="way-back">
        <Link to={{ at: 'tickets', state: 'active' }}>{t('ticket.back')}</Link>
      </p>
      <h1 tabIndex={-1}>{t('news.title')}</h1>
      <p>
        <a href={`/announcements/${locale}/`}>{t('news.read')}</a>
      </p>
      {!value && refusal ? (
        <Problem refusal={refusal} onRetry={reload} />
      ) : !value ? (
        <Bones />
      ) : value.email === null ? (
        <p class="notice">{t('news.noAddress')}</p>
      ) : (
        <Wishes known={value} onSaved={set} />
      )}
    </div>
  );
}

interface Props {
  known: AnnouncementSubscription;
  onSaved: (after: AnnouncementSubscription) => void;
}

function Wishes({ known, onSaved }: Props) {
  const { t, wire } = useSpeech();
  const { api } = usePortal();
  const { busy, refusal, run } = useDeed();
  const [wished, wish] = useState<readonly AnnouncementKind[]>(known.kinds);
  const [locale, setLocale] = useState<Locale>(known.locale);
  const email = known.email ?? '';
  return (
    <form
      class="form alerts-part"
      onSubmit={(event) => {
        event.preventDefault();
        void run(async () => onSaved(await api.subscribe({ kinds: [...wished], locale })));
      }}
    >
      <p class="quiet">{t('news.text')}</p>
      <fieldset class="several">
        <legend>{t('news.topics')}</legend>
        {kinds.map((kind) => (
          <label key={kind} class="choice">
            <input
              type="checkbox"
              checked={wished.includes(kind)}
              onChange={({ currentTarget: { checked } }) =>
                wish(checked ? [...wished, kind] : wished.filter((it) => it !== kind))
              }
            />
            <span>{wire(`announcement.kind.${kind}`)}</span>
          </label>
        ))}
      </fieldset>
      <label class="field">
        <span>{t('news.language')}</span>
        <select value={locale} onChange={(event) => setLocale(event.currentTarget.value as Locale)}>
          {locales.map((it) => (
            <option key={it} value={it} lang={it}>
              {localeNames[it]}
            </option>
          ))}
        </select>
      </label>
      <Refused refusal={refusal} />
      <p role="status" class={known.state === 'suppressed' ? 'notice' : 'quiet'}>
        {t(`news.${known.state}`, { email })}
      </p>
      <p class="form-foot">
        <button type="submit" class="button" disabled={busy}>
          {t('news.save')}
        </button>
      </p>
    </form>
  );
}
