import { categories, topCategoryOf } from '@fairlead/contract';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { samples } from './classify-samples.testing.ts';
import { classifyText, clearCategory, hear } from './classify-text.ts';

test.each(samples)('%s: %s', (locale, text, category) => {
  expect(classifyText(text, locale).category).toBe(category);
});

test.each([
  ['100000 usdt', true],
  ['1,250,000 USD', true],
  ['250.000 u', true],
  ['2500000u', true],
  ['30万', true],
  ['99,999 usdt', false],
  ['12345.67 usdt', false],
  ['100000 users', false],
])('%s is a large amount: %s', (text, large) => {
  expect(hear(`about ${text} today`, 'en').passages.some((it) => it.has('large'))).toBe(large);
});

test('a number of thousands of digits is read at once', () => {
  const digits = '1'.repeat(3900);
  for (const text of [digits, `order ${digits} is lost`, '123,'.repeat(900), `${'1,'.repeat(1900)}000 coins`])
    expect(hear(text, 'en').passages.some((it) => it.has('large'))).toBe(false);
});

describe('what a text is about', () => {
  test.each(['', '   ', 'ok', 'hello', 'http://example.com', '12345', '🙂🙂🙂', 'Merhaba, iyi günler'])(
    'nothing is made of “%s”',
    (text) => {
      const read = classifyText(text, 'en');
      expect(read).toMatchObject({ category: 'other', confidence: 0 });
      expect(clearCategory(read)).toBeNull();
    },
  );

  test('what belongs together is looked for within two sentences, so that a long letter is not about everything', () => {
    const apart = 'Fiz um depósito em maio. Tudo correu bem. Gosto do app. Meu voo ainda não chegou.';
    expect(classifyText('Fiz um depósito em maio. Ainda não chegou.', 'pt-BR').category).toBe(
      'deposit_withdrawal.deposit_not_credited',
    );
    expect(classifyText(apart, 'pt-BR').category).toBe('deposit_withdrawal');
  });

  test('what no word of the rules says is understood all the same', () => {
    const texts: ReadonlyArray<readonly ['en' | 'zh-CN' | 'ja' | 'ru', string, string]> = [
      ['en', 'the p2p guy has my money and gives me no usdt', 'p2p_fiat.not_released'],
      ['zh-CN', '半夜有人进了我的号，币全被转走了', 'account_security.hacked'],
      ['ja', 'スマホを機種変更したら認証アプリのコードが出せなくなりました', 'account_security.lost_2fa'],
      ['ru', 'Потерял телефон с аутентификатором, как войти', 'account_security.lost_2fa'],
    ];
    for (const [locale, text, category] of texts)
      expect(classifyText(text, locale).category, text).toBe(category);
  });

  test('English terms count among words of another language, other languages’ do not', () => {
    expect(classifyText('我的 withdraw 一直 pending 没有到', 'zh-CN').category).toBe(
      'deposit_withdrawal.withdrawal_pending',
    );
    expect(classifyText('The senha is a word that I saw in a song yesterday', 'en').category).toBe('other');
  });

  test('a theft outweighs what it was done by', () => {
    const text =
      'There was a withdrawal that I did not make, somebody hacked me, my withdrawal limit is gone';
    expect(classifyText(text, 'en').category).toBe('account_security.hacked');
  });

  test('where two kinds of trouble weigh the same, it is not clear', () => {
    const read = classifyText('My order was not filled. My passport was rejected.', 'en');
    expect(read.confidence).toBeLessThan(0.55);
  });

  test('any text has a category, within a confidence of 0 and 1, always the same', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 300 }),
        fc.constantFrom('en', 'ja', 'vi', 'ar'),
        (text, page) => {
          const read = classifyText(text, page);
          expect(categories).toContain(read.category);
          expect(categories).toContain(topCategoryOf(read.category));
          expect(read.confidence).toBeGreaterThanOrEqual(0);
          expect(read.confidence).toBeLessThan(1);
          expect(classifyText(text, page)).toEqual(read);
        },
      ),
    );
  });
});
