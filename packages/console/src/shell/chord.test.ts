import { describe, expect, it } from 'vitest';
import { chordOf, isCharacterKey, type KeyPress } from './chord.ts';

const press = (key: string, held: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code: '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
});

describe('chordOf', () => {
  it.each([
    [press('j'), 'j'],
    [press('K', { ctrlKey: true }), 'mod+k'],
    [press('Enter', { ctrlKey: true, shiftKey: true }), 'mod+shift+enter'],
    [press('?', { shiftKey: true }), '?'],
    [press('J', { shiftKey: true }), 'shift+j'],
    [press(' '), 'space'],
    [press('ArrowDown', { altKey: true }), 'alt+arrowdown'],
  ])('%o is %s', (event, chord) => {
    expect(chordOf(event)).toBe(chord);
  });
});

describe('isCharacterKey', () => {
  it.each([
    ['j', true],
    ['g i', true],
    ['?', true],
    ['shift+j', true],
    ['mod+k', false],
    ['enter', false],
    ['alt+1', false],
  ])('%s: %s', (keys, expected) => {
    expect(isCharacterKey(keys)).toBe(expected);
  });
});
