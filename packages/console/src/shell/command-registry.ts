export interface Command {
  /** Unique, such as `inbox.solve`. */
  id: string;
  /** What it does, in the reader's language. */
  label: string;
  /** Its heading in the palette, in the reader's language. */
  group?: string;
  /** The keys that do the same, for showing. */
  shortcut?: string;
  /** Other words by which people may look for it. */
  keywords?: string[];
  run: () => void;
}

let sets: readonly (readonly Command[])[] = [];
let all: readonly Command[] = [];
const listeners = new Set<() => void>();

function change(next: typeof sets) {
  sets = next;
  // What came last goes first: the feature on screen before the shell.
  all = [
    ...new Map(sets.toReversed().flatMap((set) => set.map((command) => [command.id, command]))).values(),
  ];
  for (const listener of listeners) listener();
}

/** Adds commands to the palette; returns the way to take them out again. */
export function registerCommands(commands: readonly Command[]): () => void {
  change([...sets, commands]);
  return () => change(sets.filter((other) => other !== commands));
}

/** Every command in force. */
export function commandsNow(): readonly Command[] {
  return all;
}

/** Calls `listener` after each change. */
export function subscribeCommands(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
