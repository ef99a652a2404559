import { useEffect, useRef, useSyncExternalStore } from 'react';
import type { MessageKey } from '../i18n/i18n.tsx';
import { usePreference } from './preferences.ts';
import { type Shortcut, ShortcutRegistry } from './shortcut-registry.ts';

const registry = new ShortcutRegistry();

interface ShortcutOptions {
  /** What it does, for the `?` sheet. */
  labelKey: MessageKey;
  /** Its heading in the sheet; "General" unless said. */
  groupKey?: MessageKey;
  /** Not in force while false. */
  enabled?: boolean;
  /** Works while typing in a field too: for chords with Ctrl or Command only. */
  inFields?: boolean;
}

/**
 * Puts a shortcut in force while the component is on screen: `useShortcut('e', solve, { labelKey: 'inbox.solve' })`.
 * Keys: `j`, `?`, `mod+k` (Ctrl or Command), `mod+enter`, a sequence `g i`. Ignored while typing in a field, and while a
 * dialog or menu is open. Of two with the same keys the one that came last wins.
 */
export function useShortcut(keys: string, handler: () => void, options: ShortcutOptions): void {
  const { labelKey, groupKey = 'shell.shortcuts.general', enabled = true, inFields = false } = options;
  const latest = useRef(handler);
  useEffect(() => {
    latest.current = handler;
  });
  useEffect(() => {
    if (!enabled) return;
    return registry.add({ keys, labelKey, groupKey, inFields, run: () => latest.current() });
  }, [keys, labelKey, groupKey, enabled, inFields]);
}

/** The shortcuts in force now, for the sheet. */
export function useShortcuts(): readonly Shortcut[] {
  useSyncExternalStore(registry.subscribe, registry.snapshot);
  return registry.list();
}

const fields =
  'input:not([type=checkbox],[type=radio],[type=button]),textarea,select,[contenteditable=""],[contenteditable=true]';
const layers = '[role=dialog],[role=alertdialog],[role=menu],[role=listbox]';

/** Listens to the keyboard for the whole application; stands once, in the shell. */
export function useShortcutListener(): void {
  const [characterKeys] = usePreference('characterKeys');
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const target = event.target instanceof Element ? event.target : null;
      if (event.defaultPrevented || event.isComposing || event.repeat) return;
      // Inside a layer its own keys rule; chords that work in fields (the palette) work there too.
      const typing = Boolean(target?.closest(fields) || target?.closest(layers));
      const where = { typing, characterKeys: characterKeys === 'on', now: event.timeStamp };
      if (registry.press(event, where)) event.preventDefault();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [characterKeys]);
}
