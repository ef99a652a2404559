import { describe, expect, it } from 'vitest';
import { hueOf, initialsOf } from './initials.ts';

describe('initialsOf', () => {
  it.each([
    ['Nguyen Van An', 'NA'],
    ['olga', 'OL'],
    ['王小明', '小明'],
    ['佐藤 健', '藤健'],
    ['김서연', '서연'],
    ['  ', '·'],
    [null, '·'],
  ])('%s: %s', (name, letters) => {
    expect(initialsOf(name)).toBe(letters);
  });
});

describe('hueOf', () => {
  it('is steady, on the wheel, and tells neighbours apart', () => {
    const hues = ['id-1', 'id-2', 'id-3'].map(hueOf);
    expect(hueOf('id-1')).toBe(hues[0]);
    expect(new Set(hues).size).toBe(3);
    for (const hue of hues) expect(hue).toSatisfy((value: number) => value >= 0 && value < 360);
  });
});
