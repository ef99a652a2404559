import addressOf from 'virtual:catalogues';
import { directionOf, type Locale, negotiateLocale } from '@fairlead/contract/locale';
import type { ChatState } from './chat-state.ts';
import type { Theme } from './embed/messages.ts';
import { keepTrying } from './live/keep-trying.ts';
import type { Keep } from './session/keep.ts';
import type { Store } from './store.ts';
import { readCatalogue } from './text/read-catalogue.ts';

/** Language, theme and sound: as the host says, unless the customer chose. */
export interface Settings {
  /** What the host page speaks, by preference. */
  setHostLocales: (tags: readonly string[]) => void;
  chooseLocale: (locale: Locale) => void;
  /** One of the rare texts is needed: all of them are fetched, unless they are under way. */
  fetchRareTexts: () => void;
  setTheme: (theme: Theme) => void;
  setSound: (on: boolean) => void;
}

/** A language that the customer chose, and what the host spoke then: it holds until the host speaks another. */
interface Choice {
  locale: Locale;
  host: Locale;
}

export function createSettings(keep: Keep, store: Store<ChatState>): Settings {
  let host: Locale = store.get().locale;
  let wanted: Locale | undefined;
  /** The language whose rare texts are here, or under way. */
  let completed: Locale | undefined;
  store.set({ sound: keep.get('sound') === true });

  async function load(locale: Locale) {
    if (wanted === locale) return;
    wanted = locale;
    // Another language may be chosen while this one is loading.
    const current = () => wanted === locale;
    const texts = await keepTrying(() => readCatalogue(addressOf(locale)), current).catch(() => null);
    if (!texts || !current()) return;
    document.documentElement.lang = locale;
    document.documentElement.dir = directionOf(locale);
    completed = undefined;
    store.set({ locale, texts });
  }

  async function fetchRareTexts() {
    const { locale } = store.get();
    if (completed === locale) return;
    completed = locale;
    const current = () => completed === locale && wanted === locale;
    const rare = await keepTrying(() => readCatalogue(addressOf(`${locale}-rare`)), current).catch(
      () => null,
    );
    if (rare && current()) store.set({ texts: { ...store.get().texts, ...rare } });
  }

  let theme: Theme = 'auto';
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const paint = () => {
    document.documentElement.dataset['theme'] = theme === 'auto' ? (dark.matches ? 'dark' : 'light') : theme;
  };
  dark.addEventListener('change', paint);
  paint();

  return {
    setHostLocales(tags) {
      host = negotiateLocale(tags);
      const choice = keep.get('language') as Choice | undefined;
      void load(choice?.host === host ? choice.locale : host);
    },
    chooseLocale(locale) {
      keep.set('language', { locale, host } satisfies Choice);
      void load(locale);
    },
    fetchRareTexts: () => void fetchRareTexts(),
    setTheme(next) {
      theme = next;
      paint();
    },
    setSound(on) {
      keep.set('sound', on);
      store.set({ sound: on });
    },
  };
}
