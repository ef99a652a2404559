import { useCallback, useSyncExternalStore } from 'react';

/** How this browser's agent likes to write; the first of each is the default. */
const choices = {
  sendWith: ['enter', 'mod_enter'],
  undoSend: ['on', 'off'],
  facts: ['shown', 'hidden'],
} as const;
type Choices = typeof choices;
type Name = keyof Choices;
type Value<N extends Name> = Choices[N][number];

const listeners = new Set<() => void>();
const keyOf = (name: Name) => `fairlead.inbox.${name}`;

function read<N extends Name>(name: N): Value<N> {
  const stored = localStorage.getItem(keyOf(name));
  const values: readonly Value<N>[] = choices[name];
  return values.find((value) => value === stored) ?? (values[0] as Value<N>);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** One preference of the inbox and the way to change it; kept in this browser. */
export function useInboxPreference<N extends Name>(name: N): [Value<N>, (value: Value<N>) => void] {
  const value = useSyncExternalStore(subscribe, () => read(name));
  const set = useCallback(
    (next: Value<N>) => {
      localStorage.setItem(keyOf(name), next);
      for (const listener of listeners) listener();
    },
    [name],
  );
  return [value, set];
}
