import { useCallback, useSyncExternalStore } from 'react';

/** What an agent may choose for this browser; the first of each is the default. */
const choices = {
  theme: ['system', 'light', 'dark'],
  density: ['comfortable', 'compact'],
  /** Shortcuts of one letter, which speech input may press by accident. */
  characterKeys: ['on', 'off'],
  /** A tone when something asks for the agent. */
  alertSound: ['off', 'on'],
  /** The same as a notification of the browser, while the agent is elsewhere. */
  alertNotification: ['off', 'on'],
} as const;
type Choices = typeof choices;
type Preference = keyof Choices;
type PreferenceValue<P extends Preference> = Choices[P][number];

const listeners = new Set<() => void>();
const darkQuery = window.matchMedia('(prefers-color-scheme: dark)');

function read<P extends Preference>(name: P): PreferenceValue<P> {
  const stored = localStorage.getItem(`fairlead.${name}`);
  const values: readonly PreferenceValue<P>[] = choices[name];
  return values.find((value) => value === stored) ?? (values[0] as PreferenceValue<P>);
}

/** Puts theme and density on the document; called once before the first paint, and after each change. */
export function applyPreferences(): void {
  const theme = read('theme');
  const dark = theme === 'dark' || (theme === 'system' && darkQuery.matches);
  document.documentElement.dataset['theme'] = dark ? 'dark' : 'light';
  document.documentElement.dataset['density'] = read('density');
}

function changed() {
  applyPreferences();
  for (const listener of listeners) listener();
}

darkQuery.addEventListener('change', changed);
// Another tab of the same browser.
window.addEventListener('storage', (event) => {
  if (event.key?.startsWith('fairlead.')) changed();
});

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** One preference and the way to change it; kept in this browser. */
export function usePreference<P extends Preference>(
  name: P,
): [PreferenceValue<P>, (value: PreferenceValue<P>) => void] {
  const value = useSyncExternalStore(subscribe, () => read(name));
  const set = useCallback(
    (next: PreferenceValue<P>) => {
      localStorage.setItem(`fairlead.${name}`, next);
      changed();
    },
    [name],
  );
  return [value, set];
}
