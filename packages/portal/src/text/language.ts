import addressOf from 'virtual:catalogues';
import { directionOf, type Locale, locales, negotiateLocale } from '@fairlead/contract/locale';
import { keepTrying } from '@fairlead/widget/live/keep-trying';
import type { Keep } from '@fairlead/widget/session/keep';
import type { Store } from '@fairlead/widget/store';
import { readCatalogue } from '@fairlead/widget/text/read-catalogue';
import type { PortalState } from '../portal-state.ts';

/** The language that the customer reads: which they chose, or their link says (`?lang=`), or their browser. */
export interface Language {
  choose: (locale: Locale) => void;
}

export function createLanguage(keep: Keep, store: Store<PortalState>): Language {
  let wanted: Locale | undefined;

  async function load(locale: Locale) {
    if (wanted === locale) return;
    wanted = locale;
    // Another language may be chosen while this one is loading.
    const current = () => wanted === locale;
    const texts = await keepTrying(() => readCatalogue(addressOf(locale)), current).catch(() => null);
    if (!texts || !current()) return;
    document.documentElement.lang = locale;
    document.documentElement.dir = directionOf(locale);
    store.set({ locale, texts });
  }

  const known = (wish: unknown) => locales.find((it) => it === wish);
  const asked = known(new URLSearchParams(location.search).get('lang'));
  void load(asked ?? known(keep.get('language')) ?? negotiateLocale(navigator.languages));
  return {
    choose(locale) {
      keep.set('language', locale);
      void load(locale);
    },
  };
}
