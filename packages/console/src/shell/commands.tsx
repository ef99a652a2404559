import { useEffect, useRef } from 'react';
import { type Command, registerCommands } from './command-registry.ts';

export type { Command };

/**
 * Adds commands to the palette while the component is on screen:
 * `useCommands([{ id: 'inbox.solve', label: t('inbox.solve'), shortcut: 'e', run: solve }])`.
 * The array may be made anew with each render; only its visible parts are compared.
 */
export function useCommands(commands: readonly Command[]): void {
  const latest = useRef(commands);
  useEffect(() => {
    latest.current = commands;
  });
  const shown = JSON.stringify(commands);
  useEffect(() => {
    const stable = (JSON.parse(shown) as Omit<Command, 'run'>[]).map((command) => ({
      ...command,
      run: () => latest.current.find((other) => other.id === command.id)?.run(),
    }));
    return registerCommands(stable);
  }, [shown]);
}
