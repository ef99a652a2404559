import { expect, test } from 'vitest';
import { checkMessage, type MessageProblem } from './check-message.ts';

const english = '{blocks} of {needed}. {left, plural, one {# is missing.} other {# are missing.}}';
const russian =
  '{blocks} из {needed}. {left, plural, one {# нужно.} few {# нужны.} many {# нужно.} other {# нужно.}}';

test.each<[string, string, string, MessageProblem[]]>([
  ['the same words anew', 'en', `Now ${english}`, []],
  ['another order', 'en', '{left, plural, one {#} other {#}}: {needed}, {blocks}', []],
  ['a number told plainly', 'en', '{blocks}/{needed}, {left} to go', []],
  ['HTML is text like any other', 'en', `<b>${english}</b>`, []],
  ['a name left out', 'en', '{left} of {needed}', [{ kind: 'lacks', name: 'blocks' }]],
  ['a name that is not given', 'en', `${english} {who}`, [{ kind: 'unknown', name: 'who' }]],
  ['an open brace', 'en', '{blocks of {needed}', [{ kind: 'broken' }]],
  ['braces within a branch', 'en', '{left, plural, other {{blocks}}} {needed}', [{ kind: 'broken' }]],
  [
    'a branch left out',
    'en',
    '{blocks} {needed} {left, plural, other {#}}',
    [{ kind: 'lacks_plural', name: 'left', category: 'one' }],
  ],
  [
    'branches that the language needs',
    'ru',
    '{blocks} {needed} {left, plural, one {#} other {#}}',
    [
      { kind: 'lacks_plural', name: 'left', category: 'few' },
      { kind: 'lacks_plural', name: 'left', category: 'many' },
    ],
  ],
  ['all of them', 'ru', russian, []],
  ['nobody has a million', 'es', '{blocks} {needed} {left, plural, one {#} other {#}}', []],
  ['none but one', 'ja', '{blocks} {needed} {left, plural, other {#}}', []],
  [
    'an exact branch is none of them',
    'ja',
    '{blocks} {needed} {left, plural, =0 {none}}',
    [{ kind: 'lacks_plural', name: 'left', category: 'other' }],
  ],
  [
    'what is no number is not counted',
    'en',
    '{left} {needed} {blocks, plural, one {#} other {#}}',
    [{ kind: 'unknown', name: 'blocks' }],
  ],
])('%s (%s)', (_, locale, text, problems) => {
  expect(checkMessage(text, { shipped: locale === 'ru' ? russian : english, english, locale })).toEqual(
    problems,
  );
});
