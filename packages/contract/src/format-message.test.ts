import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatMessage } from './format-message.ts';

const minutes = '{minutes, plural, =0 {now} one {# minute} other {# minutes}}';

test.each([
  ['a name', 'en', 'Hello {name}', { name: 'Linh' }, 'Hello Linh'],
  ['a name that looks like a placeholder', 'en', 'Hello {name}', { name: '{other}' }, 'Hello {other}'],
  ['a missing parameter', 'en', 'Hello {name}', {}, 'Hello {name}'],
  ['one', 'en', minutes, { minutes: 1 }, '1 minute'],
  ['many', 'en', minutes, { minutes: 1200 }, '1,200 minutes'],
  ['an exact number', 'en', minutes, { minutes: 0 }, 'now'],
  [
    'the plurals of Russian',
    'ru',
    '{n, plural, one {# минута} few {# минуты} many {# минут} other {# минуты}}',
    { n: 22 },
    '22 минуты',
  ],
  [
    'the plurals of Arabic',
    'ar',
    '{n, plural, two {دقيقتان} few {# دقائق} other {# دقيقة}}',
    { n: 2 },
    'دقيقتان',
  ],
  ['a language without plurals', 'ja', '{n, plural, other {#分}}', { n: 5 }, '5分'],
  [
    'a plural within a sentence',
    'en',
    'In {m, plural, one {# minute} other {# minutes}}, {name}.',
    { m: 2, name: 'Bo' },
    'In 2 minutes, Bo.',
  ],
])('%s', (_name, locale, text, params, said) => {
  expect(formatMessage(locale, text, params)).toBe(said);
});

test('whatever a parameter holds stands in the text as it is', () => {
  fc.assert(
    fc.property(fc.string(), (name) => {
      expect(formatMessage('en', '<{name}>', { name })).toBe(`<${name}>`);
    }),
  );
});
