/** The parts of a key event that a chord looks at. */
export type KeyPress = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

const apple = /mac|iphone|ipad/i.test(globalThis.navigator?.userAgent ?? '');

/**
 * Writes a key press as the registry does: `mod+k`, `shift+enter`, `j`, `?`. `mod` is Ctrl, or Command on a Mac.
 * Shift is left out where it only makes the character (`?`, not `shift+?`).
 */
export function chordOf(press: KeyPress): string {
  const parts: string[] = [];
  const named = press.key.length > 1;
  if (apple ? press.metaKey : press.ctrlKey) parts.push('mod');
  if (press.altKey) parts.push('alt');
  if (press.shiftKey && (named || /^[a-z]$/i.test(press.key))) parts.push('shift');
  parts.push(press.key === ' ' ? 'space' : press.key.toLowerCase());
  return parts.join('+');
}

/** Whether a chord is one key that also types a character: such shortcuts can be switched off (WCAG 2.1.4). */
export function isCharacterKey(keys: string): boolean {
  return (
    !/\b(mod|alt)\+/.test(keys) && keys.split(' ').every((chord) => chord.replace('shift+', '').length === 1)
  );
}
