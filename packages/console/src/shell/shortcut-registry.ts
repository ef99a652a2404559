import type { MessageKey } from '../i18n/i18n.tsx';
import { chordOf, isCharacterKey, type KeyPress } from './chord.ts';

export interface Shortcut {
  /** `mod+k`, `j`, `?`, or a sequence such as `g i`. */
  keys: string;
  run: () => void;
  /** What it does, for the sheet. */
  labelKey: MessageKey;
  /** Under which heading of the sheet. */
  groupKey: MessageKey;
  /** Works while typing too. */
  inFields: boolean;
}

const sequencePause = 1000;

/**
 * Holds the shortcuts in force. Of two with the same keys the one registered last wins, so that a feature on screen goes
 * before the shell, and the sheet shows only the winner.
 */
export class ShortcutRegistry {
  #shortcuts: readonly Shortcut[] = [];
  #listeners = new Set<() => void>();
  #pending: { chord: string; at: number } | null = null;

  /** Adds a shortcut; returns the way to take it out again. */
  add(shortcut: Shortcut): () => void {
    this.#change([...this.#shortcuts, shortcut]);
    return () => this.#change(this.#shortcuts.filter((other) => other !== shortcut));
  }

  /** The shortcuts in force, winners only, in the order in which they came. */
  list(): readonly Shortcut[] {
    return this.#shortcuts.filter(
      (shortcut, index) => this.#shortcuts.findLastIndex((other) => other.keys === shortcut.keys) === index,
    );
  }

  /** The state itself, which is a new array after every change. */
  snapshot = (): readonly Shortcut[] => this.#shortcuts;

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Runs what the press stands for, if anything; true when it did, or when it began a sequence. */
  press(press: KeyPress, where: { typing: boolean; characterKeys: boolean; now: number }): boolean {
    const chord = chordOf(press);
    const begun = this.#pending && where.now - this.#pending.at < sequencePause ? this.#pending.chord : null;
    this.#pending = null;
    const allowed = this.list().filter(
      (shortcut) =>
        (shortcut.inFields || !where.typing) && (where.characterKeys || !isCharacterKey(shortcut.keys)),
    );
    const found =
      (begun && allowed.find((shortcut) => shortcut.keys === `${begun} ${chord}`)) ||
      allowed.find((shortcut) => shortcut.keys === chord);
    if (found) {
      found.run();
      return true;
    }
    if (allowed.some((shortcut) => shortcut.keys.startsWith(`${chord} `))) {
      this.#pending = { chord, at: where.now };
      return true;
    }
    return false;
  }

  #change(next: readonly Shortcut[]) {
    this.#shortcuts = next;
    for (const listener of this.#listeners) listener();
  }
}
