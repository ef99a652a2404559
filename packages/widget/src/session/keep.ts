/** What this browser remembers for an inbox. Where the browser forbids it, it is remembered until the page is left. */
export interface Keep {
  /** Whether it outlives the page. */
  lasting: boolean;
  /** What was kept under a name, as it was set. */
  get: (name: string) => unknown;
  set: (name: string, value: unknown) => void;
  remove: (name: string) => void;
  /** The names that begin so. */
  names: (prefix: string) => string[];
}

type Storage = Pick<globalThis.Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

/** A keep over the browser's storage, whose entries begin with `scope`. */
export function createKeep(scope: string, storage: Storage | undefined): Keep {
  const memory = new Map<string, unknown>();
  return {
    lasting: storage !== undefined,
    get(name) {
      if (memory.has(name)) return memory.get(name);
      try {
        const text = storage?.getItem(scope + name);
        return text ? JSON.parse(text) : undefined;
      } catch {
        return undefined;
      }
    },
    set(name, value) {
      if (!storage) return void memory.set(name, value);
      try {
        storage.setItem(scope + name, JSON.stringify(value));
        memory.delete(name);
      } catch {
        // The storage is full: what is new must at least survive in this page.
        memory.set(name, value);
      }
    },
    remove(name) {
      memory.delete(name);
      storage?.removeItem(scope + name);
    },
    names(prefix) {
      const found = new Set(memory.keys());
      for (let index = 0; index < (storage?.length ?? 0); index++) {
        const key = storage?.key(index);
        if (key?.startsWith(scope)) found.add(key.slice(scope.length));
      }
      return [...found].filter((name) => name.startsWith(prefix));
    },
  };
}

/** The browser's storage, or undefined where it is switched off or partitioned away. */
export function usableStorage(): Storage | undefined {
  try {
    const probe = 'fairlead.probe';
    localStorage.setItem(probe, '1');
    localStorage.removeItem(probe);
    return localStorage;
  } catch {
    return undefined;
  }
}
