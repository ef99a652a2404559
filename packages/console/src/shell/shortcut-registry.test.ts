import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { KeyPress } from './chord.ts';
import { type Shortcut, ShortcutRegistry } from './shortcut-registry.ts';

const key = (letter: string): KeyPress => ({
  key: letter,
  code: '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
});
const calm = { typing: false, characterKeys: true, now: 0 };

let registry: ShortcutRegistry;
function add(keys: string, more: Partial<Shortcut> = {}) {
  const run = vi.fn();
  const remove = registry.add({
    keys,
    run,
    labelKey: 'ui.close',
    groupKey: 'shell.shortcuts.general',
    inFields: false,
    ...more,
  });
  return { run, remove };
}

beforeEach(() => {
  registry = new ShortcutRegistry();
});

describe('ShortcutRegistry', () => {
  it('gives a key to whoever came last, and back when that leaves', () => {
    const shell = add('r');
    const feature = add('r');
    expect(registry.list()).toHaveLength(1);
    registry.press(key('r'), calm);
    feature.remove();
    registry.press(key('r'), calm);
    expect([feature.run.mock.calls.length, shell.run.mock.calls.length]).toEqual([1, 1]);
  });

  it('runs a sequence pressed in time, and not one that was slow', () => {
    const { run } = add('g i');
    expect(registry.press(key('g'), calm)).toBe(true);
    registry.press(key('i'), { ...calm, now: 400 });
    expect(run).toHaveBeenCalledTimes(1);
    registry.press(key('g'), calm);
    registry.press(key('i'), { ...calm, now: 5000 });
    expect(run).toHaveBeenCalledTimes(1);
  });

  it('keeps out of typing, except for what works in fields', () => {
    const plain = add('e');
    const everywhere = add('mod+k', { inFields: true });
    const typing = { ...calm, typing: true };
    expect(registry.press(key('e'), typing)).toBe(false);
    registry.press({ ...key('k'), ctrlKey: true }, typing);
    expect([plain.run.mock.calls.length, everywhere.run.mock.calls.length]).toEqual([0, 1]);
  });

  it('can do without single letters', () => {
    const { run } = add('e');
    expect(registry.press(key('e'), { ...calm, characterKeys: false })).toBe(false);
    expect(run).not.toHaveBeenCalled();
  });

  it('tells its listeners of each change, with a new snapshot', () => {
    const listener = vi.fn();
    registry.subscribe(listener);
    const before = registry.snapshot();
    add('x').remove();
    expect(listener).toHaveBeenCalledTimes(2);
    expect(registry.snapshot()).not.toBe(before);
  });
});
