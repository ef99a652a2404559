import { locales } from '@fairlead/contract';
import { expect, test } from 'vitest';
import { composeLetter } from './compose-letter.ts';

const words = {
  text: 'It has arrived.\n\nSee https://www.example.com/assets.',
  signature: '',
  answered: null,
};

test.each(locales)(
  'a letter in %s begins with the customer’s anti-phishing code, in text and in HTML',
  (locale) => {
    const { text, html } = composeLetter({ locale, ...words, code: 'Blue<fish>7' });
    expect(text.split('\n')[0]).toMatch(/Blue<fish>7$/);
    expect(html).toContain('Blue&lt;fish&gt;7');
    expect(html.indexOf('Blue&lt;fish')).toBeLessThan(html.indexOf('It has arrived.'));
    expect(text + html).not.toMatch(/\{code\}/);
  },
);

test('one to a customer without a code says nothing of it', () => {
  const { text, html } = composeLetter({ locale: 'en', ...words, code: null });
  expect(text).toBe(words.text);
  expect(html).not.toContain('code');
});
