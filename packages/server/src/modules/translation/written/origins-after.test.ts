import type { Locale } from '@fairlead/contract';
import { expect, test } from 'vitest';
import { hashOfText, originsAfter, type Sourced } from './origins-after.ts';

const of = (texts: Sourced['texts'], source: Sourced['source'] = 'en'): Sourced => ({ texts, source });
const first = hashOfText('Hello');
const second = hashOfText('Hello there');

test.each<[string, Sourced | null, Sourced, Array<[Locale, string]>, Record<string, string>]>([
  ['a new one', null, of({ en: 'Hello', vi: 'Xin chào' }), [], { vi: first }],
  [
    'its source changes alone',
    of({ en: 'Hello', vi: 'Xin chào' }),
    of({ en: 'Hello there', vi: 'Xin chào' }),
    [],
    { vi: first },
  ],
  [
    'a translation follows later',
    of({ en: 'Hello there', vi: 'Xin chào', ru: 'Привет' }),
    of({ en: 'Hello there', vi: 'Xin chào bạn', ru: 'Привет' }),
    [
      ['vi', first],
      ['ru', first],
    ],
    { vi: second, ru: first },
  ],
  ['one is gone', of({ en: 'Hello', vi: 'Xin chào' }), of({ en: 'Hello' }), [['vi', first]], {}],
  [
    'another language becomes the source',
    of({ 'zh-CN': '你好', vi: 'Xin chào' }, 'zh-CN'),
    of({ en: 'Hello', 'zh-CN': '你好', vi: 'Xin chào' }),
    [['vi', hashOfText('你好')]],
    { 'zh-CN': first, vi: first },
  ],
])('%s', (_, before, after, noted, wanted) => {
  expect(Object.fromEntries(originsAfter(before, after, new Map(noted)))).toEqual(wanted);
});
