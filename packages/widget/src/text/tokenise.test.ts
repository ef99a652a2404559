import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tokenise } from './tokenise.ts';

const links = (text: string) => tokenise(text).filter((it) => it.is === 'link');
const codes = (text: string) => tokenise(text).flatMap((it) => (it.is === 'code' ? it.text : []));

describe('links', () => {
  it('are http and https, and nothing else', () => {
    expect(links('see https://htx.com/help and http://x.example')).toMatchObject([
      { href: 'https://htx.com/help', text: 'https://htx.com/help' },
      { href: 'http://x.example/', text: 'http://x.example' },
    ]);
    for (const text of [
      'javascript:alert(1)',
      'data:text/html,hi',
      'ftp://a.example',
      'JAVASCRIPT://a.example/%0aalert(1)',
      'https://',
      'https://nohost',
    ]) {
      expect(links(text), text).toEqual([]);
    }
  });

  it('show the host they really lead to', () => {
    expect(links('https://www.htx.com@evil.example/login')).toMatchObject([
      { text: 'https://evil.example/login' },
    ]);
    expect(links('https://hтx.com/')).toMatchObject([{ text: 'https://xn--hx-rmc.com' }]);
    expect(links('https://htx.com.account-verification.example/a')[0]?.text).toContain(
      'htx.com.account-verification.example',
    );
  });

  it('are shortened after the host only', () => {
    const [link] = links(`https://a-rather-long-host-name.of.an.explorer.example/tx/${'f'.repeat(64)}`);
    expect(link?.text).toMatch(/^https:\/\/a-rather-long-host-name\.of\.an\.explorer\.example\/tx\/f+…$/);
    expect(link).toMatchObject({ href: expect.stringContaining('f'.repeat(64)) });
  });

  it('end before the sentence’s own punctuation', () => {
    const ends = (text: string) => links(text).map(({ text }) => text);
    expect(ends('Go to https://htx.com/a.')).toEqual(['https://htx.com/a']);
    expect(ends('(https://htx.com/a)')).toEqual(['https://htx.com/a']);
    expect(ends('https://x.example/a_(b)')).toEqual(['https://x.example/a_(b)']);
    expect(ends('请看https://htx.com/帮助，谢谢')).toEqual(['https://htx.com/%E5%B8%AE%E5%8A%A9']);
    expect(ends('“https://htx.com/a”')).toEqual(['https://htx.com/a']);
  });
});

describe('what is copied exactly', () => {
  it.each([
    ['a TRON hash', '9f2c41d07be85a3f6611c0de4477aa8de0c12f7b90a5e1d3348c6fb2a1097e54'],
    ['an Ethereum hash', '0x88df016429689c079f3b2f6ad39fa052532c56795b733da78a91ebe6a713944b'],
    ['an Ethereum address', '0xdAC17F958D2ee523a2206206994597C13D831ec7'],
    ['a TRON address', 'TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t'],
    ['a Bitcoin address', 'bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4'],
    ['an old Bitcoin address', '1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa'],
    ['a Solana address', 'EPjFWdd5AufqSSqeM2qN1xzybapC8G4wEGGkZwyTDt1v'],
  ])('is %s', (_, code) => {
    expect(codes(`it was ${code}, two hours ago`)).toEqual([code]);
  });

  it.each([
    'an ordinary sentence with words only',
    'order 1234567890123456789012345678901',
    'Donaudampfschifffahrtsgesellschaftskapitaen',
  ])('is not: %s', (text) => {
    expect(codes(text)).toEqual([]);
  });
});

it('loses nothing of what was written', () => {
  const piece = fc.oneof(
    fc.string(),
    fc.constantFrom('https://a.example/b', 'TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t', '\n', '。', '()'),
  );
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const text = pieces.join(' ').replaceAll(/https?:/g, '');
      expect(
        tokenise(text)
          .map((it) => it.text)
          .join(''),
      ).toBe(text);
    }),
  );
});
