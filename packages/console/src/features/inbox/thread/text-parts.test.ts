import { describe, expect, it } from 'vitest';
import { textParts } from './text-parts.ts';

const txid = '0x8f3a5b1c9d2e4f60718293a4b5c6d7e8f90a1b2c3d4e5f60718293a4b5c6c21b';
const found = (text: string, mentions?: string[]) =>
  textParts(text, mentions)
    .filter((part) => part.kind !== 'text')
    .map((part) => [part.kind, part.text]);

describe('links', () => {
  it.each<[string, string]>([
    ['see https://www.htx.com/support.', 'https://www.htx.com/support'],
    ['(https://www.htx.com/a?b=1&c=2)', 'https://www.htx.com/a?b=1&c=2'],
    ['请看https://www.htx.com/zh-cn，谢谢', 'https://www.htx.com/zh-cn'],
    ['HTTP://EXAMPLE.COM/x!', 'HTTP://EXAMPLE.COM/x'],
  ])('%s', (text, expected) => {
    expect(found(text)).toEqual([['link', expected]]);
  });

  it('makes nothing of other schemes', () => {
    expect(found('javascript:alert(1) data:text/html,x file:///etc/passwd')).toEqual([]);
  });

  it('shows the host of a look-alike as it really is', () => {
    const [part] = textParts('https://www.htх.com/login');
    expect(part).toMatchObject({ kind: 'link', host: 'www.xn--ht-1mc.com' });
  });

  it('keeps a transaction id within an address in the address', () => {
    expect(found(`https://etherscan.io/tx/${txid}`)).toEqual([['link', `https://etherscan.io/tx/${txid}`]]);
  });
});

describe('what people copy', () => {
  it.each([
    txid,
    'TQn9Y2khEsLJW1ChVWFMSMeRDow5KcbLSE',
    'bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq',
    'EQDKbjIcfM6ezt8KjKJJLshZJJSqX7XOA4ff-W72r5gqPrHF',
    '4a5e1e4baab89f3a32518a88c31bc87f618f76673e2cc77ab2127b7afdeda33b',
  ])('%s', (id) => {
    expect(found(`TXID: ${id}, thanks`)).toEqual([['code', id]]);
  });

  it.each([
    'Donaudampfschifffahrtsgesellschaft',
    '1234567890',
    'a-very-long-slug-with-many-words-and-2-numbers',
  ])('is not %s', (word) => {
    expect(found(word)).toEqual([]);
  });
});

it('marks the colleagues that a note mentions', () => {
  expect(found('@Lin Wei please, not @Nobody', ['Lin Wei'])).toEqual([['mention', '@Lin Wei']]);
});

it('loses no character', () => {
  const text = `Hi\n https://a.io/b?c, ${txid}。完了 @Lin.`;
  expect(
    textParts(text, ['Lin'])
      .map((part) => part.text)
      .join(''),
  ).toBe(text);
});
