import type { Locale } from '@fairlead/contract';
import { expect, test } from 'vitest';
import { sayTranslated } from './say-translated.ts';

test.each<[string, Locale | null, { language: string; locale: Locale }, string]>([
  ['Xin chào', null, { language: 'vi', locale: 'vi' }, 'Xin chào'],
  ['Xin chào', 'en', { language: 'vi', locale: 'vi' }, 'Xin chào\n\nNội dung được dịch máy từ Tiếng Anh.'],
  // Who writes Chinese on an English page is told so in Chinese.
  ['你好', 'en', { language: 'zh', locale: 'en' }, '你好\n\n本条由机器从英语翻译。'],
  ['你好', 'en', { language: 'zh', locale: 'zh-TW' }, '你好\n\n本則由機器自英文翻譯。'],
  [
    'Привет',
    'zh-CN',
    { language: 'ru', locale: 'ru' },
    'Привет\n\nМашинный перевод, язык оригинала: китайский.',
  ],
  // Files alone say nothing that could be a translation.
  ['', 'en', { language: 'vi', locale: 'vi' }, ''],
])('%j from %s reads %#', (text, translatedFrom, conversation, said) => {
  expect(sayTranslated({ text, translatedFrom }, conversation).text).toBe(said);
});
