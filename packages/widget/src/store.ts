import { useEffect, useState } from 'preact/hooks';

/** Holds the state of the widget and tells who watches it. */
export interface Store<S> {
  get: () => S;
  /** Replaces some of it; watchers hear of it once, and only when something is different. */
  set: (change: Partial<S>) => void;
  watch(listener: (state: S) => void): () => void;
}

export function createStore<S extends object>(initial: S): Store<S> {
  let state = initial;
  const listeners = new Set<(state: S) => void>();
  return {
    get: () => state,
    set(change) {
      const keys = Object.keys(change) as Array<keyof S>;
      if (keys.every((key) => Object.is(state[key], change[key]))) return;
      state = { ...state, ...change };
      for (const listener of listeners) listener(state);
    },
    watch(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** A part of the state, in a component; it renders anew when that part changes. */
export function useStore<S extends object, T>(store: Store<S>, select: (state: S) => T): T {
  const selected = select(store.get());
  const [, render] = useState<T>(selected);
  useEffect(() => {
    // It may have changed between rendering and watching.
    render(() => select(store.get()));
    return store.watch((state) => render(() => select(state)));
  }, [store]);
  return selected;
}
