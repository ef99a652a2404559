import { type Locale, localeNames, locales } from '@fairlead/contract/locale';
import { useLanguage, usePortal, usePortalState, useSpeech } from './context.ts';
import { Link } from './link.tsx';

/** Whose page it is, in which language, and who is signed in. */
export function PageHeader() {
  const { t, locale } = useSpeech();
  const language = useLanguage();
  const portal = usePortal();
  const organisation = usePortalState((state) => state.config?.organisation ?? '');
  const person = usePortalState((state) => state.person);
  return (
    <header class="head">
      <div class="head-inner">
        <strong class="grow head-name">
          <Link to={{ at: 'tickets', state: 'active' }}>{t('page.name', { organisation })}</Link>
        </strong>
        <select
          aria-label={t('menu.language')}
          value={locale}
          onChange={(event) => language.choose(event.currentTarget.value as Locale)}
        >
          {locales.map((it) => (
            <option key={it} value={it} lang={it}>
              {localeNames[it]}
            </option>
          ))}
        </select>
        {person && (
          <span class="head-person">
            <span class="head-who" title={t('page.signedIn', { name: person.name ?? person.email ?? '' })}>
              <bdi>{person.name ?? person.email}</bdi>
            </span>
            <button type="button" class="text-button" onClick={portal.signOut}>
              {t('page.signOut')}
            </button>
          </span>
        )}
      </div>
    </header>
  );
}
