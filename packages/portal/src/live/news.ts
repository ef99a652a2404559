/** What changed: a ticket or a conversation by its id, or null when anything may have. */
export type Subject = string | null;

/** Passes on that something changed to whoever shows it. */
export interface News {
  tell: (subject: Subject) => void;
  listen: (listener: (subject: Subject) => void) => () => void;
}

export function createNews(): News {
  const listeners = new Set<(subject: Subject) => void>();
  return {
    tell(subject) {
      for (const listener of listeners) listener(subject);
    },
    listen(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
