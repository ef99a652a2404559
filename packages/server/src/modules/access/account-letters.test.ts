import { consoleLocales, locales } from '@fairlead/contract';
import { expect, test } from 'vitest';
import { invitationLetter, resetLetter } from './account-letters.ts';

const to = { name: 'Mei Lin', email: 'mei@example.com', organisation: 'HTX' };
const link = 'https://support.example.com/console/reset/abc';

test.each(locales)('letters to a reader of %s are whole', (locale) => {
  for (const letter of [resetLetter({ ...to, locale }, link), invitationLetter({ ...to, locale }, link)]) {
    expect(letter.to).toBe('mei@example.com');
    expect(letter.subject).toContain('HTX');
    expect(letter.text).toContain('Mei Lin');
    expect(letter.text).toContain(`\n${link}\n`);
    expect(letter.subject + letter.text).not.toMatch(/[{}]/);
    // Chinese has no kana, and no other but Japanese has characters of it.
    expect(/\p{Script=Han}/u.test(letter.text)).toBe(locale.startsWith('zh') || locale === 'ja');
    expect(/\p{Script=Hiragana}/u.test(letter.text)).toBe(locale === 'ja');
  }
});

test('each language of the console has texts of its own', () => {
  const subjects = consoleLocales.map((locale) => resetLetter({ ...to, locale }, link).subject);
  expect(new Set(subjects).size).toBe(consoleLocales.length);
});

test('letters say how long their links work', () => {
  expect(resetLetter({ ...to, locale: 'en' }, link).text).toContain('within 60 minutes');
  expect(invitationLetter({ ...to, locale: 'zh-CN' }, link).text).toContain('7 天内有效');
});
