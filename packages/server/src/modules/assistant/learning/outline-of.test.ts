import { expect, test } from 'vitest';
import { outlineOf } from './outline-of.ts';

const words = { questions: 'Asked', answer: 'Answer', nearest: 'Near' };

test('holds each question once, a place for the answer, and what comes nearest', () => {
  expect(
    outlineOf(
      [{ text: 'where is it?' }, { text: 'where is it?' }, { text: '入金が届かない' }],
      [
        { title: 'Deposits', heading: null, plain: 'Wait for\n\nconfirmations.' },
        { title: 'Deposits', heading: 'Memo', plain: 'x'.repeat(700) },
      ],
      words,
    ),
  ).toBe(
    [
      '## Asked',
      '- where is it?\n- 入金が届かない',
      '## Answer',
      '## Near',
      '### Deposits',
      '> Wait for confirmations.',
      '### Deposits › Memo',
      `> ${'x'.repeat(600)}…`,
    ].join('\n\n'),
  );
});

test('what customers wrote forms nothing', () => {
  const outline = outlineOf([{ text: '[x](javascript:1) <b>\n# {{fee}} ![i](y)' }], [], words);
  expect(outline).toBe(
    '## Asked\n\n- \\[x\\](javascript\\:1) \\<b\\> \\# \\{\\{fee\\}\\} \\!\\[i\\](y)\n\n## Answer',
  );
});
