import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffSequence } from './sequence-diff.ts';
import { diffText, isChanged } from './text-diff.ts';

const written = (before: string, after: string) =>
  diffText(before, after).map(({ change, parts }) => {
    const mark = { same: ' ', removed: '-', added: '+' }[change];
    return (
      mark + parts.map(({ text, changed }) => (changed && change !== 'same' ? `[${text}]` : text)).join('')
    );
  });

describe('what changed between two texts', () => {
  it.each([
    ['a\nb\nc', 'a\nb\nc', [' a', ' b', ' c']],
    ['a\nc', 'a\nb\nc', [' a', '+[b]', ' c']],
    ['a\nb\nc', 'a\nc', [' a', '-[b]', ' c']],
    ['', 'a', ['+[a]']],
    [
      'It takes 24 hours to review.',
      'It takes 48 hours to review.',
      ['-It takes [24] hours to review.', '+It takes [48] hours to review.'],
    ],
    ['充值需要一次确认', '充值需要两次确认', ['-充值需要[一]次确认', '+充值需要[两]次确认']],
    ['One thing.', 'Quite another!', ['-[One thing.]', '+[Quite another!]']],
  ])('from %j to %j', (before, after, lines) => {
    expect(written(before, after)).toEqual(lines);
  });

  it('says whether there is any', () => {
    expect(isChanged(diffText('a\nb', 'a\nb'))).toBe(false);
    expect(isChanged(diffText('a\nb', 'a\n b'))).toBe(true);
  });

  it('gives both texts back', () => {
    const text = fc
      .array(fc.constantFrom('one two', 'one three', '充值 到账', '', '- a', '- b'), { maxLength: 12 })
      .map((lines) => lines.join('\n'));
    fc.assert(
      fc.property(text, text, (before, after) => {
        const lines = diffText(before, after);
        const side = (other: string) =>
          lines
            .filter(({ change }) => change !== other)
            .map(({ parts }) => parts.map((part) => part.text).join(''))
            .join('\n');
        expect([side('added'), side('removed')]).toEqual([before, after]);
      }),
    );
  });

  it('keeps as much as there is in common', () => {
    const kept = diffSequence([...'abcbdab'], [...'bdcaba']).filter(({ change }) => change === 'same');
    expect(kept).toHaveLength(4);
  });

  it('answers at once where texts are long and have nothing in common', () => {
    const many = (letter: string) => Array.from({ length: 30_000 }, (_, index) => `${letter}${index}`);
    const steps = diffSequence(many('a'), many('b'));
    expect(steps.filter(({ change }) => change === 'added')).toHaveLength(30_000);
  });
});
