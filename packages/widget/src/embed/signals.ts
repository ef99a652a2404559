/** Listens from now on; answers how to stop. */
export type Subscribe<T> = (listener: (value: T) => void) => () => void;

interface Signals<Values> {
  on: <Name extends keyof Values>(name: Name) => Subscribe<Values[Name]>;
  tell: <Name extends keyof Values>(
    ...told: Values[Name] extends undefined ? [Name] : [Name, Values[Name]]
  ) => void;
}

/** Things that happen, by name, and those who want to know. */
export function createSignals<Values>(): Signals<Values> {
  const listeners = new Set<[unknown, (value: never) => void]>();
  return {
    on: (name) => (listener) => {
      const entry = [name, listener] as [unknown, (value: never) => void];
      listeners.add(entry);
      return () => void listeners.delete(entry);
    },
    tell(...[name, value]) {
      for (const [wanted, listener] of listeners) if (wanted === name) listener(value as never);
    },
  };
}
